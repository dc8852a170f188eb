import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Provider, Vouched } from '#accounts'
import { bad, good } from '#ground/outcome'
import { browserOf, standFor } from '../../reader/browser.fixture.ts'
import { type OpenReaders, openReaders } from '../../reader/readers.fixture.ts'

const vouched: Vouched = {
  issuer: 'https://id.example',
  subject: '7',
  address: 'ana@saltmere.example',
  addressVerified: true,
  name: 'Ana',
}

/** Vouches for whoever comes back with the state it gave. */
const providerOf = (said: Partial<Vouched> = {}): Provider => ({
  name: 'The Town Hall',
  issuer: new URL('https://id.example'),
  begin: async (callback) => {
    const address = new URL('https://id.example/ask')
    address.searchParams.set('redirect_uri', callback.href)
    return good({ address, secrets: { state: 'right', nonce: 'n', verifier: 'v' } })
  },
  finish: async (address, { state }) =>
    address.searchParams.get('state') === state
      ? good({ ...vouched, ...said })
      : bad({ kind: 'untrustworthy', message: 'another state' }),
})

let readers: OpenReaders
before(async () => {
  readers = await openReaders()
})
after(() => readers[Symbol.asyncDispose]())

function openWith(provider: Provider) {
  const stand = standFor(readers, {
    changed: { accounts: { ...readers.accounts, provider } },
  })
  return { browser: browserOf(stand), reported: stand.reported }
}

describe('signing in with a provider', () => {
  it('leads there, back to where the reader was, and signs in', async () => {
    const { browser } = openWith(providerOf())
    const form = await (await browser.get('/nl/sign-in?return=%2Fnl%2Ftopics')).text()
    assert.match(
      form,
      /href="\/nl\/sign-in\/provider\?return=%2Fnl%2Ftopics">Inloggen met The Town Hall</,
    )
    const there = await browser.get('/nl/sign-in/provider?return=%2Fnl%2Ftopics')
    const address = new URL(there.headers.get('location') ?? '')
    assert.equal(address.origin, 'https://id.example')
    assert.equal(address.searchParams.get('redirect_uri'), 'https://stand.example/sign-in/back')
    const back = await browser.get('/sign-in/back?code=1&state=right')
    assert.deepEqual([back.status, back.headers.get('location')], [303, '/nl/topics'])
    assert.deepEqual([...browser.kept.keys()], ['__Host-session', 'reader'])
  })

  it('signs nobody in who did not set out from this browser, or brings another state', async () => {
    const { browser, reported } = openWith(providerOf())
    assert.equal((await browser.get('/sign-in/back?code=1&state=right')).status, 400)
    await browser.get('/en/sign-in/provider')
    const other = await browser.get('/sign-in/back?code=1&state=wrong')
    assert.equal(other.status, 400)
    assert.match(await other.text(), /Logging in with The Town Hall did not work/)
    assert.deepEqual([...browser.kept.keys()], [])
    assert.equal(reported.length, 1)
  })

  it('says what to do when the provider did not check the address', async () => {
    const { browser } = openWith(providerOf({ subject: '8', addressVerified: false }))
    await browser.get('/en/sign-in/provider')
    const answer = await browser.get('/sign-in/back?code=1&state=right')
    assert.match(await answer.text(), /has not checked your e-mail address/)
    assert.deepEqual([...browser.kept.keys()], [])
  })
})
