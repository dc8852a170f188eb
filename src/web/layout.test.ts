import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { addresses, href } from './addresses.ts'
import { standWith } from './stand.fixture.ts'
import { nightFerry, visitTo } from './visit.fixture.ts'

const story = href(addresses.story, { locale: 'nl', ...nightFerry })

const pageAt = async (path: string) => {
  const answer = await visitTo(standWith())(path)
  return { page: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' }
}

describe('the head', () => {
  it('holds one script, and the policy lets browsers run that one only', async () => {
    for (const path of ['/nl', story, '/nl/publications/nowhere']) {
      const { page, policy } = await pageAt(path)
      const scripts = [...page.matchAll(/<script>(.*?)<\/script>/g)].map(([, text = '']) => text)
      assert.equal(scripts.length, 1, path)
      const digest = hash('sha256', scripts[0] ?? '', 'base64')
      assert.match(policy, new RegExp(`script-src 'self' 'sha256-${RegExp.escape(digest)}'(;|$)`))
      assert.doesNotMatch(policy, /unsafe/)
    }
  })

  it('names the theme before it asks for the styles, so that nothing is painted twice', async () => {
    const { page } = await pageAt('/nl')
    assert.ok(page.indexOf('dataset.theme') < page.indexOf('rel="stylesheet"'))
  })

  it('holds no handler of events, on any element', async () => {
    assert.doesNotMatch((await pageAt(story)).page, /<[^>]* on\w+=/)
  })
})

describe('the bar', () => {
  it('leads to the main pages, and says which of them this is', async () => {
    const main = async (path: string) =>
      /<nav aria-label="Hoofdpagina’s">.*?<\/nav>/.exec((await pageAt(path)).page)?.[0] ?? ''
    assert.match(await main('/nl'), /<a href="\/nl" aria-current="page">Vandaag<\/a>/)
    assert.match(await main('/nl'), /<a href="\/nl\/topics" >Onderwerpen<\/a>/)
    assert.doesNotMatch(await main(story), /aria-current/)
  })

  it('leads to the same page in every language, by a menu that needs no script', async () => {
    const { page } = await pageAt(story)
    const menu =
      /popovertarget="languages".*?id="languages" popover.*?<\/ul>/s.exec(page)?.[0] ?? ''
    for (const locale of ['en', 'nl', 'ar']) {
      const link = `<a href="${href(addresses.story, { locale, ...nightFerry })}" hreflang="${locale}" lang="${locale}"`
      assert.ok(menu.includes(link), locale)
    }
    assert.match(menu, /lang="nl" aria-current="true">Nederlands</)
  })

  it('offers every theme that the style sheet knows', async () => {
    const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8')
    const known = new Set([...css.matchAll(/\[data-theme="(\w+)"\]/g)].map(([, name]) => name))
    const { page } = await pageAt('/en')
    const offered = [...page.matchAll(/name="theme" value="(\w+)"/g)].map(([, name]) => name)
    assert.deepEqual(offered.toSorted(), [...known].toSorted())
  })
})

describe('the foot', () => {
  it('leads to what the stand says of itself, and to its source', async () => {
    const { page } = await pageAt('/en')
    const foot = page.slice(page.indexOf('<footer class="foot">'))
    for (const to of ['/en/about', '/en/plans', '/en/accessibility', '/en/privacy']) {
      assert.ok(foot.includes(`<li><a href="${to}">`), to)
    }
    assert.match(foot, /<a href="https:\/\/stand\.example\/source">Source code of Kiosk<\/a>/)
  })

  it('says on paper where a story can be read again', async () => {
    const paper = /<p class="on-paper"><bdi dir="ltr">(.*?)<\/bdi>/
    const arabic = '/ar/publications/marfa-alsabah/2025-05-18/خياطة-الضوء'
    const printed = paper.exec((await pageAt(encodeURI(arabic))).page)?.[1]
    assert.equal(printed, `https://stand.example${arabic}`)
    assert.equal(paper.exec((await pageAt(story)).page)?.[1], `https://stand.example${story}`)
    assert.doesNotMatch((await pageAt('/nl')).page, paper)
  })
})
