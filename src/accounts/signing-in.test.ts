import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type Accounts, browserAt, openAccounts } from '../storage/account-stand.fixture.ts'
import { askAddressChange, askSignIn } from './ask-sign-in.ts'
import { recognise } from './recognise.ts'
import { useCode, useLink } from './use-sign-in.ts'

type Browser = ReturnType<typeof browserAt>

let stand: Accounts
before(async () => {
  stand = await openAccounts()
})
after(() => stand[Symbol.asyncDispose]())
// Each test asks from its own day, so that none meets the limits of another.
beforeEach(() => stand.wait({ days: 1 }))

/** Asks in this browser, reads the mail, and gives what it says. */
async function asked(browser: Browser, address: string, returnTo?: string) {
  const answer = await askSignIn(stand.needs, browser.ask(address, returnTo))
  assert.ok(answer.ok)
  browser.keep(answer.value.browserSecret)
  const [mail] = await stand.post()
  assert.ok(mail?.kind === 'sign-in')
  return { ...mail.facts, to: mail.to, token: mail.facts.link.split('/').at(-1) ?? '' }
}

const reasonOf = (used: Awaited<ReturnType<typeof useCode>>) =>
  used.ok ? 'in' : used.reason.kind === 'wait' ? 'wait' : used.reason.because

async function signedIn(browser: Browser, address: string) {
  const { code } = await asked(browser, address)
  const used = await useCode(stand.needs, code, browser.visitor())
  assert.ok(used.ok)
  return used.value
}

describe('a code from a mail', () => {
  it('makes the reader, brings them back to where they were, and works once', async () => {
    const browser = browserAt()
    const { code } = await asked(browser, 'Code@saltmere.example', '/nl/tide#rest')
    const used = await useCode(
      stand.needs,
      ` ${code.slice(0, 3)} ${code.slice(3)}`,
      browser.visitor(),
    )
    assert.ok(used.ok)
    const { reader, isNew, returnPath, token } = used.value
    assert.deepEqual(
      [isNew, returnPath, reader.address],
      [true, '/nl/tide#rest', 'Code@saltmere.example'],
    )
    const seen = await recognise(stand.needs, token)
    assert.ok(seen.kind === 'reader' && seen.reader.id === reader.id)
    assert.equal(seen.session.device.browser, 'Firefox')
    assert.equal(reasonOf(await useCode(stand.needs, code, browser.visitor())), 'used')
    assert.equal((await signedIn(browser, 'code@SALTMERE.example')).reader.id, reader.id)
  })

  it('is good in no other browser, for ten minutes, and for five wrong tries', async () => {
    const browser = browserAt()
    const { code } = await asked(browser, 'tries@saltmere.example')
    const wrong = code === '000000' ? '000001' : '000000'
    const other = browserAt()
    assert.equal(reasonOf(await useCode(stand.needs, code, other.visitor())), 'foreign-browser')
    await asked(other, 'other@saltmere.example')
    assert.equal(reasonOf(await useCode(stand.needs, code, other.visitor())), 'wrong')
    for (const _ of [1, 2, 3, 4, 5]) {
      assert.equal(reasonOf(await useCode(stand.needs, wrong, browser.visitor())), 'wrong')
    }
    assert.equal(reasonOf(await useCode(stand.needs, code, browser.visitor())), 'tried-too-often')

    const late = await asked(browser, 'late@saltmere.example')
    stand.wait({ minutes: 10 })
    assert.equal(reasonOf(await useCode(stand.needs, late.code, browser.visitor())), 'expired')
  })

  it('may be the one of an earlier mail of the same browser', async () => {
    const browser = browserAt()
    const first = await asked(browser, 'twice@saltmere.example')
    await asked(browser, 'twice@saltmere.example')
    assert.equal(reasonOf(await useCode(stand.needs, first.code, browser.visitor())), 'in')
  })

  it('cannot be guessed: ten tries an hour for one address, from all networks together', async () => {
    let tried = 0
    for (let network = 1; network <= 8; network += 1) {
      const browser = browserAt(`198.51.${network}.7`)
      const answer = await askSignIn(stand.needs, browser.ask('guess@saltmere.example'))
      if (!answer.ok) continue
      browser.keep(answer.value.browserSecret)
      for (let index = 0; index < 5; index += 1) {
        const reason = reasonOf(
          await useCode(stand.needs, `${index}${index}1234`, browser.visitor()),
        )
        if (reason !== 'wait') tried += 1
      }
    }
    assert.equal(tried, 10)
    // The owner’s link is not locked: nobody can guess it.
    stand.wait({ minutes: 1 })
    await stand.post()
    const owner = browserAt('192.0.2.1')
    const { token } = await asked(owner, 'guess@saltmere.example')
    assert.equal(reasonOf(await useLink(stand.needs, token, owner.visitor())), 'in')
  })
})

describe('a link from a mail', () => {
  it('is good in the browser that asked, once, for ten minutes', async () => {
    const browser = browserAt()
    const { token } = await asked(browser, 'link@saltmere.example')
    const elsewhere = browserAt().visitor()
    assert.equal(reasonOf(await useLink(stand.needs, token, elsewhere)), 'foreign-browser')
    assert.equal(
      reasonOf(await useLink(stand.needs, `${token.slice(1)}A`, browser.visitor())),
      'wrong',
    )
    assert.equal(reasonOf(await useLink(stand.needs, 'x', browser.visitor())), 'wrong')
    assert.equal(reasonOf(await useLink(stand.needs, token, browser.visitor())), 'in')
    assert.equal(reasonOf(await useLink(stand.needs, token, browser.visitor())), 'used')
    const late = await asked(browser, 'link@saltmere.example')
    stand.wait({ minutes: 10 })
    assert.equal(reasonOf(await useLink(stand.needs, late.token, browser.visitor())), 'expired')
  })
})

describe('who asks to sign in', () => {
  it('learns nothing about who has an account', async () => {
    const browser = browserAt()
    const { reader } = await signedIn(browser, 'known@saltmere.example')
    const rows = async () => stand.database.read.selectFrom('sign_in').selectAll().execute()
    const before = (await rows()).length
    const known = await askSignIn(stand.needs, browserAt().ask('known@saltmere.example'))
    const unknown = await askSignIn(stand.needs, browserAt().ask('nobody@saltmere.example'))
    assert.ok(known.ok && unknown.ok)
    assert.deepEqual(Object.keys(known.value), Object.keys(unknown.value))
    const [one, other] = await stand.post()
    assert.deepEqual([one?.kind, one?.locale], [other?.kind, other?.locale])
    assert.equal((await rows()).length, before + 2)
    assert.ok(reader)
  })

  it('of a known reader writes to the address that is kept, not to another spelling', async () => {
    await signedIn(browserAt(), 'Kept@saltmere.example')
    assert.equal((await asked(browserAt(), 'kEPT@saltmere.example')).to, 'Kept@saltmere.example')
  })

  it('is told what is no address, and is not sent astray', async () => {
    const wrong = await askSignIn(stand.needs, browserAt().ask('ana@'))
    assert.ok(!wrong.ok && wrong.reason.kind === 'no-address')
    const browser = browserAt()
    const { code } = await asked(browser, 'astray@saltmere.example', '//evil.example')
    const used = await useCode(stand.needs, code, browser.visitor())
    assert.ok(used.ok && used.value.returnPath === '/')
  })

  it('cannot flood a mailbox, and is told until when to wait', async () => {
    const outcomes: string[] = []
    for (let index = 0; index < 7; index += 1) {
      const answer = await askSignIn(stand.needs, browserAt().ask('flood@saltmere.example'))
      outcomes.push(answer.ok ? 'sent' : answer.reason.kind)
    }
    assert.deepEqual(outcomes, [...Array(6).fill('sent'), 'wait'])
    // From elsewhere the owner is still written to.
    const owner = browserAt('192.0.2.1').ask('flood@saltmere.example')
    assert.equal((await askSignIn(stand.needs, owner)).ok, true)
    await stand.post()
  })

  it('leaves no address, code or token in the database in clear but the ask’s own address', async () => {
    const browser = browserAt()
    const answer = await askSignIn(stand.needs, browser.ask('clear@saltmere.example'))
    assert.ok(answer.ok)
    const { read } = stand.database
    const mail = await read
      .selectFrom('mail')
      .selectAll()
      .where('outcome', '=', 'waiting')
      .execute()
    const rate = await read.selectFrom('rate').selectAll().execute()
    const signIn = await read.selectFrom('sign_in').selectAll().execute()
    assert.doesNotMatch(JSON.stringify([mail, rate]), /saltmere|203\.0/)
    const [sent] = await stand.post()
    assert.ok(sent?.kind === 'sign-in')
    const { code, link } = sent.facts
    const secrets = [code, link.split('/').at(-1) ?? '', answer.value.browserSecret]
    for (const secret of secrets) assert.ok(!JSON.stringify([mail, signIn]).includes(secret))
  })
})

describe('a session', () => {
  it('goes on with another token every day, in parallel tabs too', async () => {
    const { token } = await signedIn(browserAt(), 'tabs@saltmere.example')
    stand.wait({ days: 1 })
    const tabs = await Promise.all([recognise(stand.needs, token), recognise(stand.needs, token)])
    const fresh = tabs.flatMap((tab) => (tab.kind === 'reader' ? (tab.freshToken ?? []) : []))
    assert.deepEqual([tabs[0]?.kind, tabs[1]?.kind, fresh.length], ['reader', 'reader', 1])
    assert.equal((await recognise(stand.needs, fresh[0] ?? null)).kind, 'reader')
    assert.equal((await recognise(stand.needs, token)).kind, 'reader')
    stand.wait({ minutes: 2 })
    // A copied token comes back long after it was replaced: nobody keeps the session.
    const copied = await recognise(stand.needs, token)
    assert.ok(copied.kind === 'stranger' && copied.because === 'replayed')
    assert.equal((await recognise(stand.needs, fresh[0] ?? null)).kind, 'stranger')
  })

  it('survives an answer that was lost with its new token', async () => {
    const { token } = await signedIn(browserAt(), 'lost@saltmere.example')
    stand.wait({ days: 1 })
    await recognise(stand.needs, token)
    stand.wait({ days: 2 })
    const again = await recognise(stand.needs, token)
    assert.ok(again.kind === 'reader' && again.freshToken !== null)
    assert.equal((await recognise(stand.needs, again.freshToken)).kind, 'reader')
  })

  it('ends by itself, and is nobody’s with a token that is none', async () => {
    const { token } = await signedIn(browserAt(), 'idle@saltmere.example')
    stand.wait({ days: 30 })
    const ended = await recognise(stand.needs, token)
    assert.ok(ended.kind === 'stranger' && ended.because === 'ended')
    for (const none of [null, '', 'x'.repeat(43)]) {
      assert.equal((await recognise(stand.needs, none)).kind, 'stranger')
    }
  })

  it('gives way to the one that begins when its browser signs in again', async () => {
    const browser = browserAt()
    const first = await signedIn(browser, 'again@saltmere.example')
    const { code } = await asked(browser, 'again@saltmere.example')
    const second = await useCode(stand.needs, code, browser.visitor(first.token))
    assert.ok(second.ok)
    assert.equal((await recognise(stand.needs, first.token)).kind, 'stranger')
    assert.equal((await stand.needs.sessions.of(first.reader.id)).length, 1)
  })
})

describe('a new address', () => {
  it('is confirmed by its own mailbox; every session ends and the former mailbox hears of it', async () => {
    const browser = browserAt()
    const first = await signedIn(browser, 'Before@saltmere.example')
    const other = await signedIn(browserAt(), 'before@saltmere.example')
    const here = await recognise(stand.needs, first.token)
    assert.ok(here.kind === 'reader')
    const ask = browser.ask('after@saltmere.example', '/nl/account')
    const answer = await askAddressChange(stand.needs, here, ask)
    assert.ok(answer.ok)
    const [mail] = await stand.post()
    assert.ok(mail?.kind === 'confirm-address' && mail.to === 'after@saltmere.example')
    const used = await useCode(stand.needs, mail.facts.code, browser.visitor(first.token))
    assert.ok(used.ok)
    assert.deepEqual(
      [used.value.reader.address, used.value.returnPath, used.value.isNew],
      ['after@saltmere.example', '/nl/account', false],
    )
    for (const { token } of [first, other]) {
      assert.equal((await recognise(stand.needs, token)).kind, 'stranger')
    }
    const [told] = await stand.post()
    assert.deepEqual([told?.kind, told?.to], ['address-changed', 'Before@saltmere.example'])
  })

  it('is not asked for by a session that is an hour old', async () => {
    const browser = browserAt()
    const { token } = await signedIn(browser, 'stale@saltmere.example')
    stand.wait({ hours: 1 })
    const here = await recognise(stand.needs, token)
    assert.ok(here.kind === 'reader')
    const answer = await askAddressChange(stand.needs, here, browser.ask('x@saltmere.example'))
    assert.ok(!answer.ok && answer.reason.kind === 'not-fresh')
  })
})
