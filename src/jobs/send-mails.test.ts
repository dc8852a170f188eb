import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Mail, queuedMail } from '#accounts'
import { bad, good } from '#ground/outcome'
import type { Postman } from '#outside'
import { openAccounts } from '../storage/account-stand.fixture.ts'
import { sendMails } from './send-mails.ts'

const mailTo = (to: string): Mail => ({ kind: 'account-deleted', facts: {}, to, locale: 'nl' })

/** A queue, and a postman that answers as told. */
async function openOffice(answer: (to: string) => 'yes' | 'later' | 'never' | 'dies') {
  const stand = await openAccounts()
  const sent: string[] = []
  const reports: string[] = []
  const postman: Postman = {
    keeps: false,
    forget: async () => {},
    async send({ to }) {
      sent.push(to)
      const said = answer(to)
      if (said === 'dies') throw new Error('the power is out')
      const lasting = said === 'never'
      return said === 'yes' ? good('sent') : bad({ lasting, message: 'no' })
    },
  }
  const needs = {
    ...stand.needs,
    postman,
    write: () => ({ subject: '', text: '', html: '' }),
    report: (error: unknown) => void reports.push(String(error)),
    onKept: () => assert.fail('nothing is kept'),
  }
  return {
    ...{ sent, reports, wait: stand.wait },
    round: () => sendMails(needs),
    add: (to: string, uselessAt?: Temporal.Instant) =>
      stand.needs.mails.add(
        queuedMail(stand.needs.keys, mailTo(to), {
          at: needs.clock(),
          ...(uselessAt === undefined ? {} : { uselessAt }),
        }),
      ),
    clock: needs.clock,
    [Symbol.asyncDispose]: () => stand[Symbol.asyncDispose](),
  }
}

describe('sending mails', () => {
  it('sends each once, many at a time, and a second round sends none', async () => {
    await using office = await openOffice(() => 'yes')
    const all = Array.from({ length: 25 }, (_, index) => `${index}@x.example`)
    for (const to of all) await office.add(to)
    await Promise.all([office.round(), office.round()])
    await office.round()
    assert.deepEqual([...office.sent].sort(), all.sort())
    assert.deepEqual(office.reports, [])
  })

  it('tries again later and later while the server says later, and then gives up', async () => {
    await using office = await openOffice(() => 'later')
    await office.add('ana@x.example')
    await office.round()
    office.wait({ seconds: 9 })
    await office.round()
    assert.equal(office.sent.length, 1)
    office.wait({ seconds: 1 })
    await office.round()
    assert.equal(office.sent.length, 2)
    for (let hour = 0; hour < 60; hour += 1) {
      office.wait({ hours: 1 })
      await office.round()
    }
    assert.equal(office.sent.length, 11)
    assert.equal(office.reports.length, 11)
    assert.match(
      office.reports[0] ?? '',
      /\(account-deleted\) did not go out, and is tried again: no$/,
    )
    assert.match(
      office.reports.at(-1) ?? '',
      /\(account-deleted\) was given up: it failed 11 times/,
    )
  })

  it('does not try again what is refused for good, or what nobody needs any more', async () => {
    await using office = await openOffice(() => 'never')
    await office.add('ana@x.example')
    await office.round()
    office.wait({ hours: 1 })
    await office.add('late@x.example', office.clock())
    await office.round()
    assert.deepEqual(office.sent, ['ana@x.example'])
    assert.equal(office.reports.length, 2)
    assert.match(office.reports[0] ?? '', /\(account-deleted\) was given up: no$/)
    assert.match(office.reports[1] ?? '', /was given up: it was of no use any more/)
    assert.doesNotMatch(office.reports.join(), /x\.example/)
  })

  it('sends once more when a sender died in the middle, and never a third time', async () => {
    await using office = await openOffice(() => 'dies')
    await office.add('ana@x.example')
    for (const _ of [1, 2, 3, 4]) {
      await office.round().catch(() => {})
      office.wait({ minutes: 10 })
    }
    assert.equal(office.sent.length, 2)
    assert.match(office.reports.join(), /\(account-deleted\) was given up: it was taken twice/)
  })

  it('lets one that is slow to refuse hold up nobody', async () => {
    await using office = await openOffice((to) => (to === 'bad@x.example' ? 'later' : 'yes'))
    for (const to of ['bad@x.example', 'ana@x.example', 'bram@x.example']) await office.add(to)
    await office.round()
    assert.deepEqual([...office.sent].sort(), ['ana@x.example', 'bad@x.example', 'bram@x.example'])
  })
})
