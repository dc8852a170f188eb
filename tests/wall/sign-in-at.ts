import assert from 'node:assert/strict'
import { askSignIn, mailIn, useCode } from '#accounts'
import type { Stand } from '../../src/assemble.ts'

/** Signs somebody in at an assembled stand; gives their id and the cookie of their browser. */
export async function signInAt(
  stand: Stand,
  name: string,
  at: Temporal.Instant,
  askedFrom = '203.0.113.7',
) {
  const { accounts } = stand
  const asker = { browserSecret: null, askedFrom, locale: 'en' }
  const linkTo = (token: string) => new URL(`http://localhost:3000/en/sign-in/link/${token}`)
  const address = `${name}@saltmere.example`
  const asked = await askSignIn(accounts, { ...asker, address, returnTo: '/', linkTo })
  assert.ok(asked.ok)
  // The mail to somebody who left may wait before it.
  const waiting = await accounts.mails.take(at, at.add({ hours: 1 }), 9)
  for (const { id } of waiting) await accounts.mails.done(id, 'sent', at)
  const opened = waiting.map((one) => mailIn(accounts.keys, one))
  const mail = opened.find((one) => one?.kind === 'sign-in')
  assert.ok(mail?.kind === 'sign-in')
  const { browserSecret } = asked.value
  const visitor = { ...asker, browserSecret, userAgent: '', sessionToken: null }
  const used = await useCode(accounts, mail.facts.code, visitor)
  assert.ok(used.ok)
  return { id: used.value.reader.id, headers: { cookie: `session=${used.value.token}` } }
}
