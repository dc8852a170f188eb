import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Provider, Vouched } from '#accounts'
import { bad, good } from '#ground/outcome'
import { type Browser, browserOf, signIn, standFor } from '../../reader/browser.fixture.ts'
import { type OpenReaders, openReaders } from '../../reader/readers.fixture.ts'

const vouched: Vouched = {
  ...{ issuer: 'https://id.example', subject: '7', address: 'of@elsewhere.example' },
  ...{ addressVerified: true, name: 'Ana' },
}

/** Vouches for whoever comes back, unless it is down. */
const providerOf = (subject: string, isDown = false): Provider => ({
  name: 'The Town Hall',
  issuer: new URL('https://id.example'),
  begin: async () =>
    isDown
      ? bad({ kind: 'unreachable', message: 'no answer' })
      : good({
          address: new URL('https://id.example/ask?state=right'),
          secrets: { state: 'right', nonce: 'n', verifier: 'v' },
        }),
  finish: async () => good({ ...vouched, subject }),
})

let readers: OpenReaders
before(async () => {
  readers = await openReaders()
})
after(() => readers[Symbol.asyncDispose]())
// Each test on its own day, so that none meets the limits of another.
beforeEach(() => readers.wait({ hours: 24 }))

async function signedIn(address: string, provider: Provider | null) {
  const accounts = { ...readers.accounts, provider }
  const stand = standFor(readers, { changed: { accounts } })
  const browser = browserOf(stand)
  await signIn(browser, readers, { address })
  return { ...browser, stand }
}

const at = '/nl/account/provider'
const page = async ({ get }: Pick<Browser, 'get'>, path = '/nl/account') =>
  (await (await get(path)).text()).replace(/[\u2066-\u2069]/g, '')

/** What the button sends that disconnects. */
const fieldsOf = (text: string) => ({
  do: 'off',
  issuer: /name="issuer" value="([^"]*)"/.exec(text)?.[1] ?? '',
  subject: /name="subject" value="([^"]*)"/.exec(text)?.[1] ?? '',
})

describe('the provider on the account page', () => {
  it('is connected by a form of ours, signs in from then on, and is disconnected', async () => {
    const ana = await signedIn('ana@saltmere.example', providerOf('7'))
    assert.match(await page(ana), /The Town Hall koppelen<\/button>/)
    const away = await ana.post(at, { do: 'on' })
    assert.equal(away.headers.get('refresh'), '0; url="https://id.example/ask?state=right"')
    assert.match(await away.text(), /href="https:\/\/id\.example\/ask\?state=right">Verder naar/)
    const back = await ana.get('/sign-in/back?code=1&state=right')
    assert.equal(back.headers.get('location'), '/nl/account?done=provider-on#done')
    const [told] = await readers.post()
    assert.deepEqual([told?.kind, told?.to], ['provider-added', 'ana@saltmere.example'])
    const connected = await page(ana, '/nl/account?done=provider-on')
    assert.match(connected, /Gekoppeld\. Vanaf nu kun je inloggen met The Town Hall\./)
    assert.match(connected, /Gekoppeld op \d+ mei 2025/)
    assert.doesNotMatch(connected, /The Town Hall koppelen<\/button>/)

    const other = browserOf(ana.stand)
    await other.get('/nl/sign-in/provider')
    await other.get('/sign-in/back?code=1&state=right')
    assert.match(await page(other), /ingelogd als ana@saltmere\.example/)

    const off = await ana.post(at, fieldsOf(connected))
    assert.equal(off.headers.get('location'), '/nl/account?done=provider-off#done')
    assert.match(
      await page(ana, '/nl/account?done=provider-off'),
      /Ontkoppeld\. Je logt in per mail/,
    )
    const id = (await readers.accounts.readers.byAddress('ana@saltmere.example'))?.id ?? ''
    assert.deepEqual(await readers.accounts.identities.of(id), [])
  })

  it('is connected and disconnected only by who signed in lately, from our own pages', async () => {
    const bram = await signedIn('bram@saltmere.example', providerOf('8'))
    const forged = await bram.get(at, {
      method: 'POST',
      body: new URLSearchParams({ do: 'on' }),
      headers: { origin: 'https://elsewhere.example' },
    })
    assert.equal(forged.status, 403)
    assert.equal((await bram.get(`${at}?do=on`)).status, 405)
    readers.wait({ minutes: 16 })
    for (const fields of [{ do: 'on' }, { do: 'off', issuer: 'x', subject: 'y' }]) {
      const late = await bram.post(at, fields)
      assert.equal(late.headers.get('location'), '/nl/sign-in?again=1&return=%2Fnl%2Faccount')
    }
    assert.equal(bram.kept.has('__Host-provider'), false)
  })

  it('stays with the account that has it, and says so to another', async () => {
    const first = await signedIn('first@saltmere.example', providerOf('9'))
    await first.post(at, { do: 'on' })
    await first.get('/sign-in/back?code=1&state=right')
    const second = await signedIn('second@saltmere.example', providerOf('9'))
    await second.post(at, { do: 'on' })
    const refused = await second.get('/sign-in/back?code=1&state=right', {
      headers: { 'accept-language': 'nl' },
    })
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /role="alert">[^<]*ander account/)
    const fields = fieldsOf(await page(first))
    assert.equal(fields.subject, '9')
    const taken = await second.post(at, fields)
    assert.equal(taken.headers.get('location'), '/nl/account')
    assert.match(await page(first), /The Town Hall ontkoppelen/)
    await readers.post()
  })

  it('that does not answer changes nothing, and can be disconnected when it is gone', async () => {
    const cem = await signedIn('cem@saltmere.example', providerOf('10'))
    await cem.post(at, { do: 'on' })
    await cem.get('/sign-in/back?code=1&state=right')
    await readers.post()
    const without = await signedIn('cem@saltmere.example', null)
    const listed = await page(without)
    assert.match(listed, /id\.example ontkoppelen/)
    assert.doesNotMatch(listed, /koppelen<\/button>.*koppelen<\/button>/s)
    await without.post(at, fieldsOf(listed))
    assert.doesNotMatch(await page(without), /id\.example/)
    const down = await signedIn('cem@saltmere.example', providerOf('10', true))
    const failed = await down.post(at, { do: 'on' })
    assert.equal(failed.status, 400)
    assert.match(await failed.text(), /is niet gelukt, en er is niets veranderd/)
    assert.match(down.stand.reported.join(), /no answer/)
  })
})
