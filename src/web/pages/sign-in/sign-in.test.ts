import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { addresses, href } from '../../addresses.ts'
import { type Browser, browserOf, signIn, standFor } from '../../reader/browser.fixture.ts'
import { type OpenReaders, openReaders } from '../../reader/readers.fixture.ts'
import { nightFerry } from '../../visit.fixture.ts'

const story = `${href(addresses.story, { locale: 'nl', ...nightFerry })}#rest`

let readers: OpenReaders
before(async () => {
  readers = await openReaders()
})
after(() => readers[Symbol.asyncDispose]())
// Each test on its own day, so that none meets the limits of another.
beforeEach(() => readers.wait({ hours: 24 }))

const open = () => browserOf(standFor(readers))

describe('signing in by mail', () => {
  it('leads from the address to the code, and back to the paragraph where it began', async () => {
    const browser = open()
    const form = await (
      await browser.get(`/nl/sign-in?${new URLSearchParams({ return: story })}`)
    ).text()
    assert.ok(form.includes(`name="return" value="${story}"`))
    const asked = await browser.post('/nl/sign-in', {
      address: 'ana@saltmere.example',
      return: story,
    })
    assert.deepEqual([asked.status, asked.headers.get('location')], [303, '/nl/sign-in/code'])
    assert.match(
      asked.headers.get('set-cookie') ?? '',
      /^__Host-asked=.*HttpOnly; Secure; SameSite=Lax$/,
    )
    const [mail] = await readers.post()
    assert.ok(mail?.kind === 'sign-in' && mail.locale === 'nl')
    const page = await (await browser.get('/nl/sign-in/code')).text()
    assert.match(page, /ana@saltmere\.example/)
    assert.match(page, /autocomplete="one-time-code"/)
    const used = await browser.post('/nl/sign-in/code', { code: mail.facts.code })
    assert.deepEqual([used.status, used.headers.get('location')], [303, story])
    assert.equal(used.headers.get('cache-control'), 'private, no-store')
    assert.deepEqual([...browser.kept.keys()], ['__Host-session', 'reader'])
  })

  it('says one sentence for every code that cannot be used, and keeps what was typed', async () => {
    const browser = open()
    await browser.post('/en/sign-in', { address: 'wrong@saltmere.example' })
    const [mail] = await readers.post()
    assert.ok(mail?.kind === 'sign-in')
    const { code } = mail.facts
    const wrong = code === '111111' ? '222222' : '111111'
    const answered = async (from: ReturnType<typeof open>, typed: string) => {
      const answer = await from.post('/en/sign-in/code', { code: typed })
      assert.equal(answer.status, 422)
      return await answer.text()
    }
    const sentence = /This code cannot be used: it may be mistyped, too old or used already\./
    const mistyped = await answered(browser, wrong)
    assert.match(mistyped, sentence)
    assert.match(
      mistyped,
      new RegExp(`value="${wrong}" aria-describedby="field-code-error" aria-invalid="true"`),
    )
    assert.match(await answered(open(), code), sentence)
    assert.equal((await browser.post('/en/sign-in/code', { code })).status, 303)
    assert.match(await answered(browser, code), sentence)
  })

  it('is refused for a reason that the log names, and for nobody', async () => {
    const stand = standFor(readers)
    const [browser, foreign] = [browserOf(stand), browserOf(stand)]
    const address = 'log@saltmere.example'
    await browser.post('/en/sign-in', { address })
    const [mail] = await readers.post()
    assert.ok(mail?.kind === 'sign-in')
    const { code, link } = mail.facts
    const type = (one: Browser) => one.post('/en/sign-in/code', { code })
    await browser.post('/en/sign-in/code', { code: code === '000000' ? '000001' : '000000' })
    await type(foreign)
    await foreign.post(new URL(link).pathname, {})
    await foreign.post(`/en/sign-in/link/${'x'.repeat(43)}`, {})
    await foreign.post('/en/sign-in/passkey', {})
    await type(browser)
    await type(browser)
    for (const _ of Array(6)) await browser.post('/en/sign-in', { address })
    await readers.post()
    readers.wait({ minutes: 11 })
    await type(browser)
    const because = stand.noted.map((line) => line.replace(/^a sign-in was refused: /, ''))
    assert.deepEqual(because, [
      ...['code, wrong', 'code, foreign-browser', 'link, foreign-browser', 'link, wrong'],
      ...['code, foreign-browser', 'ask, too-often', 'code, expired'],
    ])
    assert.doesNotMatch(stand.noted.join(), new RegExp(`saltmere|${code}|[\\w-]{43}`))
    assert.deepEqual(stand.reported, [])
  })

  it('answers for a known and an unknown address alike', async () => {
    await signIn(open(), readers, { address: 'known@saltmere.example' })
    const told = async (address: string) => {
      const browser = open()
      const answer = await browser.post('/en/sign-in', { address })
      const page = await (await browser.get('/en/sign-in/code')).text()
      const { status, headers } = answer
      const cookies = headers.get('set-cookie')?.replace(/=[\w-]{43}/, '')
      return [status, headers.get('location'), cookies, page.replaceAll(address, '')]
    }
    assert.deepEqual(await told('known@saltmere.example'), await told('nobody@saltmere.example'))
    await readers.post()
  })

  it('says what an address looks like, and keeps what was typed', async () => {
    const answer = await open().post('/en/sign-in', {
      address: 'ana at saltmere',
      return: '/en/topics',
    })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, /value="ana at saltmere" aria-describedby="field-address-error"/)
    assert.match(page, /One looks like name@example\.org/)
    assert.match(page, /name="return" value="\/en\/topics"/)
  })

  it('asks who tries too often to wait, and says how long', async () => {
    const browser = open()
    const answers: Response[] = []
    for (const _ of Array(7)) {
      answers.push(await browser.post('/en/sign-in', { address: 'often@saltmere.example' }))
    }
    const last = answers.at(-1)
    assert.equal(last?.status, 429)
    assert.ok(Number(last?.headers.get('retry-after')) > 0)
    assert.match((await last?.text()) ?? '', /Please try again in \d+ minutes|1 hour/)
    await readers.post()
  })

  it('leads nobody away from the stand', async () => {
    for (const returnTo of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere']) {
      assert.equal(
        await signIn(open(), readers, { returnTo, address: 'away@saltmere.example' }),
        '/en',
      )
      readers.wait({ hours: 1 })
    }
  })
})

describe('the link of a mail', () => {
  it('is used by pressing its button only, however often it is fetched', async () => {
    const browser = open()
    await browser.post('/en/sign-in', { address: 'link@saltmere.example', return: story })
    const [mail] = await readers.post()
    assert.ok(mail?.kind === 'sign-in')
    const path = new URL(mail.facts.link).pathname
    const scanner = open()
    for (const method of ['GET', 'HEAD', 'GET']) {
      const fetched = await scanner.get(path, { method })
      assert.deepEqual([fetched.status, fetched.headers.getSetCookie()], [200, []])
      await browser.get(path, { method })
    }
    const stolen = await scanner.post(path, {})
    assert.equal(stolen.status, 422)
    assert.match(await stolen.text(), /This link cannot be used/)
    const used = await browser.post(path, {})
    assert.deepEqual([used.status, used.headers.get('location')], [303, story])
    assert.equal((await browser.post(path, {})).status, 422)
  })
})

describe('what changes something', () => {
  it('is taken from our own pages only', async () => {
    const browser = open()
    const body = new URLSearchParams({ address: 'forged@saltmere.example' })
    for (const headers of [
      {},
      { origin: 'https://elsewhere.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await browser.get('/en/sign-in', { method: 'POST', body, headers })
      assert.equal(answer.status, 403)
    }
    assert.deepEqual(await readers.post(), [])
    const headers = { 'sec-fetch-site': 'same-origin' }
    assert.equal((await browser.get('/en/sign-in', { method: 'POST', body, headers })).status, 303)
    await readers.post()
  })

  it('does nothing when it is asked for by GET', async () => {
    const browser = open()
    await signIn(browser, readers, { address: 'stays@saltmere.example' })
    const answer = await browser.get('/en/sign-out')
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'POST'])
    assert.equal((await browser.get('/en/sign-in')).headers.get('location'), '/en/account')
  })
})

describe('signing out', () => {
  it('ends the session at the stand, and has the browser forget what it kept', async () => {
    const browser = open()
    await signIn(browser, readers, { address: 'leaves@saltmere.example' })
    const token = browser.kept.get('__Host-session') ?? ''
    const answer = await browser.post('/en/sign-out', {})
    assert.equal(answer.headers.get('clear-site-data'), '"cache"')
    assert.deepEqual([...browser.kept.keys()], [])
    const copied = open()
    copied.kept.set('__Host-session', token)
    assert.equal((await copied.get('/en/sign-in')).status, 200)
  })
})

describe('a stand without a mail server', () => {
  it('says where the code is, to whoever sits in front of it and to nobody else', async () => {
    const pages = async (publicUrl: string) => {
      const accounts = { ...readers.accounts, keepsMail: true }
      const settings = { publicUrl: new URL(publicUrl) }
      const browser = browserOf(standFor(readers, { changed: { accounts }, settings }))
      const first = await (await browser.get('/en/sign-in')).text()
      await browser.post('/en/sign-in', { address: 'kept@saltmere.example' })
      await readers.post()
      return { first, code: await (await browser.get('/en/sign-in/code')).text() }
    }
    const here = await pages('http://localhost:3000')
    assert.match(here.code, /the code stands in the terminal/)
    assert.doesNotMatch(here.first, /cannot send mail/)
    const outside = await pages('https://stand.example')
    assert.doesNotMatch(outside.code, /terminal/)
    assert.match(outside.first, /cannot send mail yet/)
  })
})
