import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { localesOf } from '../languages/locales.ts'
import { cookieNames } from '../reader/cookies.ts'
import { standWith } from '../stand.fixture.ts'
import { visitTo } from '../visit.fixture.ts'

const locales = localesOf({ pseudoLocales: false })

describe('what a stand says of itself', () => {
  it('is there in every language, with one title and parts under it', async () => {
    const visit = visitTo(standWith())
    for (const { name } of locales) {
      for (const path of ['about', 'plans', 'accessibility', 'privacy']) {
        const answer = await visit(`/${name}/${path}`)
        const page = await answer.text()
        assert.equal(answer.status, 200, `${name}/${path}`)
        assert.equal(page.match(/<h1/g)?.length, 1)
        assert.ok((page.match(/<h2/g)?.length ?? 0) > 1)
      }
    }
  })

  it('names the stand, what is on it, in which languages, and the program', async () => {
    const page = await (await visitTo(standWith())('/nl/about')).text()
    assert.match(page, /Over The Corner Stand/)
    assert.match(page, /3 publicaties en 9 artikelen/)
    assert.match(page, /Arabisch, Engels en Nederlands/)
    assert.match(page, /<a class="onward" href="https:\/\/stand\.example\/source">/)
  })
})

describe('the page about privacy', () => {
  it('names everything that a browser is asked to keep, and nothing else is', async () => {
    const scripts = [...globSync('src/web/islands/**/*.ts'), 'src/web/before-paint.ts']
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const naming =
      /(?:Storage\.setItem|\bkeep|(?<!\.)\bset)\(\s*['"`]([\w-]+)|Storage\.(?!setItem|getItem|removeItem)(\w+)/g
    const kept = new Set([
      ...[...scripts.matchAll(naming)].map(([, called, read]) => called ?? read),
      ...[...scripts.matchAll(/cookie\s*=\s*['"`]([\w-]+)=/g)].map(([, name]) => name),
      // A name that is written once, for several uses.
      ...[...scripts.matchAll(/const (?:shelf|kept) = '([\w-]+)'/g)].map(([, name]) => name),
    ])
    const listening = ['places', 'queue', 'listening']
    const reading = ['reading', 'reading-at', 'reading-elsewhere']
    assert.doesNotMatch(scripts, /indexedDB|sessionStorage|caches\.|cookieStore/)
    assert.deepEqual(
      kept,
      new Set([...reading, ...listening, 'read-in', 'search-slash', 'theme', 'locale']),
    )
    // A place in a story goes to the reader's own account, and nothing else is told to anybody.
    const told = scripts.match(/sendBeacon\(\w+/g)
    assert.deepEqual(told, ['sendBeacon(account'])
    const page = await (await visitTo(standWith())('/en/privacy')).text()
    for (const name of [...kept, ...cookieNames]) assert.match(page, new RegExp(`“${name}”`), name)
  })

  it('is true of the server: no answer sets a cookie', async () => {
    const visit = visitTo(standWith())
    for (const path of ['/', '/en', '/nl/privacy', '/health', '/nl/nowhere']) {
      assert.equal((await visit(path)).headers.get('set-cookie'), null, path)
    }
  })
})
