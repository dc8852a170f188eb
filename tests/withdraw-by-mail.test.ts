import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, it } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { sendMails, tellNotices } from '#jobs'
import { assemble, type Stand } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { signInAt } from './wall/sign-in-at.ts'

/** A reader pays, and withdraws by the mail about it, on the real program with a mail server. */

const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')
const price = { minor: 999, currency: 'EUR' }
const received: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: async (stream, _session, done) => {
    received.push(await text(stream))
    done()
  },
})

let folder: string
let stand: Stand
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-withdraw-'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const settings = {
    ...{ KIOSK_DATA: folder, KIOSK_TIME_ZONE: 'UTC', SMTP_URL: `smtp://127.0.0.1:${port}` },
    ...{ KIOSK_MAIL_FROM: 'desk@saltmere.example', PUBLIC_URL: 'https://stand.example' },
  }
  stand = await assemble(readConfig(settings), { clock: () => noon })
})
after(async () => {
  await stand[Symbol.asyncDispose]()
  await new Promise<void>((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

/** What came by mail since the last time, as a mail program shows it. */
async function post(): Promise<string> {
  const { accounts, access, accountAt } = stand
  const report = (error: unknown) => assert.fail(String(error))
  received.length = 0
  const { notices, plans, shop } = access
  await tellNotices({ ...accounts, notices, plans, shop, accountAt })
  await sendMails({ ...accounts, report, onKept: () => assert.fail('it is sent') })
  const bodies = received.map((mail) => {
    const [, coded] =
      /Content-Type: text\/plain[\s\S]*?base64\r\n\r\n([\w+/=\r\n]+)/.exec(mail) ?? []
    if (coded !== undefined) return Buffer.from(coded, 'base64').toString()
    const plain = mail
      .replace(/=\r\n/g, '')
      .replace(/(?:=[\dA-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll('=', ''), 'hex').toString())
    return plain
  })
  return bodies.join('\n')
}

it('the mail about a payment carries the way out of it, and another tells the day and the hour', async () => {
  const scope = { what: 'stand' } as const
  const gold = await stand.access.plans.add({ name: 'GOLD', scope, trialDays: 14, seats: 0 }, noon)
  assert.ok(gold.ok)
  const ana = await signInAt(stand, 'ana', noon)
  const whose = { readerId: ana.id, planId: gold.value.id }
  await post()
  const payment = { key: 'pi_1', paidAt: noon, amount: price, refunded: 0, refundedAt: null }
  await stand.access.subscriptions.tell(whose, { kind: 'paid', at: noon, payment, per: 'month' })
  const bought = await post()
  const [link = ''] = /https:\/\/stand\.example\/\w+\/withdraw\/[\w-]+/.exec(bought) ?? []
  assert.match(bought, /without logging in/)
  const path = new URL(link).pathname
  const { app } = await stand.openWeb({ report: (error) => assert.fail(String(error)) })
  assert.match(await (await app.request(path)).text(), /Withdraw from/)
  assert.equal(await post(), '')
  const headers = { 'sec-fetch-site': 'same-origin' }
  for (const _ of [1, 2]) {
    assert.equal((await app.request(path, { method: 'POST', headers })).status, 303)
  }
  const acknowledged = await post()
  assert.equal(received.length, 1)
  assert.match(acknowledged, /arrived here at this moment: 2 April 2031 at 12:00/)
  assert.doesNotMatch(acknowledged, /\/withdraw\//)
})
