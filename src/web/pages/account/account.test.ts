import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type Browser, browserOf, signIn, standFor } from '../../reader/browser.fixture.ts'
import { type OpenReaders, openReaders } from '../../reader/readers.fixture.ts'

let readers: OpenReaders
before(async () => {
  readers = await openReaders()
})
after(() => readers[Symbol.asyncDispose]())
// Each test on its own day, so that none meets the limits of another.
beforeEach(() => readers.wait({ hours: 24 }))

const open = () => browserOf(standFor(readers))

async function signedIn(address: string): Promise<Browser> {
  const browser = open()
  await signIn(browser, readers, { address })
  return browser
}

const textOf = async ({ get }: Browser, path = '/en/account') => (await get(path)).text()

describe('the account', () => {
  it('is for its reader alone, and leads strangers to sign in and come back', async () => {
    const stranger = await open().get('/en/account')
    assert.deepEqual(
      [stranger.status, stranger.headers.get('location')],
      [303, '/en/sign-in?return=%2Fen%2Faccount'],
    )
    const below = await open().get('/en/account/withdraw?subscription=x')
    const there = new URLSearchParams({ return: '/en/account/withdraw?subscription=x' })
    assert.equal(below.headers.get('location'), `/en/sign-in?${there}`)
    const deed = await open().post('/en/account/plan', { renews: 'no' })
    assert.equal(deed.headers.get('location'), '/en/sign-in?return=%2Fen%2Faccount')
    const answer = await (await signedIn('own@saltmere.example')).get('/en/account')
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.match(await answer.text(), /You are logged in as own@saltmere\.example\./)
  })

  it('keeps what a reader says of themselves, and nothing that is not theirs to say', async () => {
    const browser = await signedIn('says@saltmere.example')
    const form = { name: '  Ana\nde Wit ', locale: 'ar', news: 'yes', role: 'operator' }
    const saved = await browser.post('/en/account/profile', form)
    assert.equal(saved.headers.get('location'), '/en/account?done=saved')
    const page = await textOf(browser, '/en/account?done=saved')
    assert.match(page, /<p class="done-words" id="done" role="status">Saved\./)
    assert.match(page, /value="Ana de Wit"/)
    assert.match(page, /<option value="ar" lang="ar" selected>/)
    assert.doesNotMatch(page, /name="news"/)
    const reader = await readers.accounts.readers.byAddress('says@saltmere.example')
    assert.deepEqual([...(await readers.accounts.readers.rolesOf([reader?.id ?? '']))], [])
    await browser.post('/en/account/profile', { name: '', locale: 'xx' })
    assert.match(await textOf(browser), /<option value="ar" lang="ar" selected>/)
  })

  it('gives everything as a file', async () => {
    const browser = await signedIn('file@saltmere.example')
    const answer = await browser.get('/en/account/everything.json')
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/)
    const everything: unknown = await answer.json()
    assert.match(JSON.stringify(everything), /"address":"file@saltmere\.example"/)
  })
})

describe('another address', () => {
  it('counts when its code was typed, and every other browser is signed out', async () => {
    const browser = await signedIn('before@saltmere.example')
    const other = await signedIn('before@saltmere.example')
    const asked = await browser.post('/en/account/address', { address: 'after@saltmere.example' })
    assert.equal(asked.headers.get('location'), '/en/sign-in/code')
    assert.match(await textOf(browser, '/en/sign-in/code'), /Confirm this address/)
    const [mail] = await readers.post()
    assert.ok(mail?.kind === 'confirm-address' && mail.to === 'after@saltmere.example')
    assert.match(await textOf(browser), /logged in as before@/)
    const used = await browser.post('/en/sign-in/code', { code: mail.facts.code })
    assert.equal(used.headers.get('location'), '/en/account?done=address')
    assert.match(await textOf(browser, '/en/account?done=address'), /mails go to after@saltmere/)
    assert.equal((await other.get('/en/account')).status, 303)
    const [told] = await readers.post()
    assert.deepEqual([told?.kind, told?.to], ['address-changed', 'before@saltmere.example'])
  })

  it('is asked for only by who signed in lately, and what is no address is said beside it', async () => {
    const browser = await signedIn('slow@saltmere.example')
    const wrong = await browser.post('/en/account/address', { address: 'nonsense' })
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /value="nonsense" aria-describedby="field-address-error"/)
    readers.wait({ minutes: 16 })
    const late = await browser.post('/en/account/address', { address: 'new@saltmere.example' })
    assert.equal(late.headers.get('location'), '/en/sign-in?again=1&return=%2Fen%2Faccount')
    const again = await textOf(browser, late.headers.get('location') ?? '')
    assert.match(again, /Confirm that it is you/)
    assert.match(again, /value="slow@saltmere\.example"/)
    assert.deepEqual(await readers.post(), [])
  })
})

describe('devices', () => {
  it('are listed, and end when their reader says so', async () => {
    const [here, there, third] = [
      await signedIn('many@saltmere.example'),
      await signedIn('many@saltmere.example'),
      await signedIn('many@saltmere.example'),
    ]
    const page = await textOf(here)
    const ids = [...page.matchAll(/name="end" value="([^"]+)"/g)].map(([, id = '']) => id)
    assert.equal(ids.filter((id) => id !== 'others').length, 2)
    const stranger = await signedIn('stranger@saltmere.example')
    for (const end of ids) if (end !== 'others') await stranger.post('/en/account/devices', { end })
    assert.equal((await there.get('/en/account')).status, 200)
    await here.post('/en/account/devices', { end: 'others' })
    assert.deepEqual(
      [(await here.get('/en/account')).status, (await there.get('/en/account')).status],
      [200, 303],
    )
    assert.equal((await third.get('/en/account')).status, 303)
  })
})

describe('passkeys', () => {
  it('are added and removed only by who signed in lately', async () => {
    const browser = await signedIn('keys@saltmere.example')
    assert.equal((await browser.get('/en/account/passkeys')).status, 200)
    const bad = await browser.post('/en/account/passkeys', { answer: 'x' })
    assert.equal(bad.status, 400)
    readers.wait({ minutes: 16 })
    const late = await browser.get('/en/account/passkeys')
    assert.equal(late.status, 403)
    const again = '/en/sign-in?again=1&return=%2Fen%2Faccount'
    assert.deepEqual(await late.json(), { to: again })
    const removed = await browser.post('/en/account/passkey', { id: 'x', do: 'remove' })
    assert.equal(removed.headers.get('location'), again)
  })
})

describe('deleting the account', () => {
  it('asks for the address, then leaves nothing and says so in a last mail', async () => {
    const browser = await signedIn('gone@saltmere.example')
    assert.match(await textOf(browser, '/en/account/delete'), /for good/)
    const other = await browser.post('/en/account/delete', { address: 'wrong@saltmere.example' })
    assert.equal(other.status, 422)
    assert.match(await other.text(), /This is not the address of your account\./)
    const gone = await browser.post('/en/account/delete', { address: ' Gone@saltmere.example' })
    assert.equal(gone.headers.get('location'), '/en/sign-in?done=deleted')
    assert.match(gone.headers.get('clear-site-data') ?? '', /"cache"/)
    assert.deepEqual([...browser.kept.keys()], [])
    assert.match(await textOf(browser, '/en/sign-in?done=deleted'), /Your account is gone/)
    assert.equal(await readers.accounts.readers.byAddress('gone@saltmere.example'), null)
    const [told] = await readers.post()
    assert.deepEqual([told?.kind, told?.to], ['account-deleted', 'gone@saltmere.example'])
  })
})
