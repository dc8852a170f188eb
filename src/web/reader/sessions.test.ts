import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { askSignIn, useCode } from '#accounts'
import { addresses, href } from '../addresses.ts'
import { standWith } from '../stand.fixture.ts'
import { nightFerry, visitTo } from '../visit.fixture.ts'
import { type OpenReaders, openReaders } from './readers.fixture.ts'

const story = href(addresses.story, { locale: 'en', ...nightFerry })
const archive = '/en/publications/harbour-courier/archive/2025'

let readers: OpenReaders
before(async () => {
  readers = await openReaders()
})
after(() => readers[Symbol.asyncDispose]())

/** A token as a browser gets it that signs in. */
async function signedIn(address = 'ana@saltmere.example'): Promise<string> {
  const needs = { ...readers.accounts, clock: readers.clock }
  const asker = { browserSecret: null, askedFrom: '203.0.113.7', locale: 'en' }
  const linkTo = (token: string) => new URL(`https://stand.example/en/sign-in/link/${token}`)
  const asked = await askSignIn(needs, { ...asker, address, returnTo: '/en', linkTo })
  assert.ok(asked.ok)
  const [mail] = await readers.post()
  assert.ok(mail?.kind === 'sign-in')
  const { browserSecret } = asked.value
  const visitor = { ...asker, browserSecret, userAgent: '', sessionToken: null }
  const used = await useCode(needs, mail.facts.code, visitor)
  assert.ok(used.ok)
  return used.value.token
}

const standOf = (pageCache = true) => {
  const { accounts, clock } = readers
  return standWith({ changed: { accounts, clock }, settings: { pageCache } })
}

const withSession = (token: string) => ({ headers: { cookie: `__Host-session=${token}` } })
const facts = async (answer: Response) => ({
  tag: answer.headers.get('etag'),
  rule: answer.headers.get('cache-control'),
  cookies: answer.headers.getSetCookie(),
  policy: answer.headers.get('content-security-policy') !== null,
  text: await answer.text(),
})

describe('a session', () => {
  it('is given a story of its own, which no stranger is given before or after', async () => {
    const visit = visitTo(standOf())
    const token = await signedIn()
    const first = await facts(await visit(story))
    const own = await facts(await visit(story, withSession(token)))
    const [other, again] = await Promise.all([
      visit(story).then(facts),
      visit(story, withSession(token)).then(facts),
    ])
    assert.match(first.rule ?? '', /^public/)
    assert.deepEqual([own.rule, own.tag, own.policy], ['private, no-store', null, true])
    assert.equal(own.text, again.text)
    assert.deepEqual(other, first)
  })

  it('neither waits for a page that strangers wait for, nor makes it for them', async () => {
    const visit = visitTo(standOf())
    const token = await signedIn()
    const answers = await Promise.all(
      [{}, withSession(token), {}, withSession(token), {}].map((how) => visit(story, how)),
    )
    const rules = answers.map(({ headers }) => headers.get('cache-control')?.slice(0, 7))
    assert.deepEqual(rules, ['public,', 'private', 'public,', 'private', 'public,'])
    const tags = answers.map(({ headers }) => headers.get('etag'))
    assert.equal(new Set(tags.filter((tag) => tag !== null)).size, 1)
  })

  it('is not looked at on pages that are the same for everyone', async () => {
    const stand = standOf()
    const visit = visitTo(stand)
    const token = await signedIn()
    for (const path of ['/en/publications', archive, '/en/topics', '/en/collections']) {
      const stranger = await facts(await visit(path))
      const reader = await facts(await visit(path, withSession(token)))
      const bad = await facts(await visit(path, withSession('made-up')))
      assert.deepEqual(reader, stranger, path)
      assert.deepEqual(bad, stranger, path)
      assert.deepEqual(stranger.cookies, [], path)
    }
  })

  it('is replaced after a day, in an answer that nobody keeps', async () => {
    const visit = visitTo(standOf())
    const token = await signedIn()
    readers.wait({ hours: 25 })
    const answer = await facts(await visit(story, withSession(token)))
    assert.equal(answer.rule, 'private, no-store')
    const [session = '', hint = ''] = answer.cookies
    assert.match(
      session,
      /^__Host-session=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    assert.match(hint, /^reader=1; Max-Age=15552000; Path=\/; Secure; SameSite=Lax$/)
    assert.ok(!session.includes(token))
  })

  it('that has ended is forgotten, and its browser is a stranger from then on', async () => {
    const visit = visitTo(standOf())
    const token = await signedIn('ends@saltmere.example')
    readers.wait({ hours: 31 * 24 })
    const answer = await facts(await visit(story, withSession(token)))
    assert.equal(answer.rule, 'private, no-store')
    assert.match(answer.text, /<h1/)
    assert.match(answer.cookies[0] ?? '', /^__Host-session=; Max-Age=0/)
    assert.match(answer.cookies[1] ?? '', /^reader=; Max-Age=0/)
  })
})

describe('the bar', () => {
  it('leads strangers in, and from a story back to where its lead ended', async () => {
    const visit = visitTo(standOf())
    const page = await (await visit(story)).text()
    const back = encodeURIComponent(`${story}#rest`)
    assert.ok(page.includes(`<a class="enter" href="/en/sign-in?return=${back}"`))
    assert.match(page, /<a class="account" href="\/en\/account">Account<\/a>/)
  })
})
