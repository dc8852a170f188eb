import { type Keys, type Letter, type Mail, type Mails, mailIn, type TakenMail } from '#accounts'
import type { Clock } from '#ground/clock'
import type { Postman } from '#outside'

export interface SendNeeds {
  readonly mails: Mails
  readonly keys: Pick<Keys, 'mails'>
  readonly postman: Postman
  /** Puts a mail into words. */
  readonly write: (mail: Mail) => Letter
  readonly clock: Clock
  /** Told of every mail that did not go out, with its kind and why; nothing says whose it was. */
  readonly report: (error: unknown, where: string) => void
  /** Told of every mail that was kept instead of sent. */
  readonly onKept: (mail: Mail) => void
}

/** A mail did not go out. */
class MailError extends Error {
  override readonly name = 'MailError'
}

/** Mails on their way at one time: one slow mail server must not hold up the others. */
const senders = 4

/** No other process takes a mail while this one may still be at it. */
const turnMinutes = 5

/** How often a mail is taken and never spoken of again, before it is not sent once more. */
const mostLost = 2

/** Seconds from one failure to the next try: quick at first, for somebody waits for a code. */
const waits = [10, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800]

/**
 * Sends every mail whose time has come. Each goes out once: only when this program dies between the
 * mail server's yes and writing it down does it go out a second time, and never a third.
 */
export async function sendMails(needs: SendNeeds, signal?: AbortSignal): Promise<void> {
  await Promise.all(Array.from({ length: senders }, () => sendOneByOne(needs, signal)))
}

async function sendOneByOne(needs: SendNeeds, signal?: AbortSignal): Promise<void> {
  while (signal?.aborted !== true) {
    const at = needs.clock()
    const [taken] = await needs.mails.take(at, at.add({ minutes: turnMinutes }), 1)
    if (taken === undefined) return
    await sendOne(needs, taken)
  }
}

async function sendOne(needs: SendNeeds, taken: TakenMail): Promise<void> {
  const { mails, keys, postman, write, clock, onKept } = needs
  const done = (how: Parameters<Mails['done']>[1]) => mails.done(taken.id, how, clock())
  const giveUp = async (how: Parameters<Mails['done']>[1], kind: string, why: string) => {
    tell(needs, `A mail (${kind}) was given up: ${why}`)
    await done(how)
  }
  if (taken.lost >= mostLost) {
    return giveUp('given-up', taken.kind, 'it was taken twice, and nobody said what came of it')
  }
  if (taken.uselessAt !== null && Temporal.Instant.compare(taken.uselessAt, clock()) <= 0) {
    return giveUp('too-late', taken.kind, 'it was of no use any more before it could go out')
  }
  const mail = mailIn(keys, taken)
  if (mail === null) {
    return giveUp('unreadable', taken.kind, 'it was sealed with another secret of this stand')
  }
  const sent = await postman.send({ id: taken.id, to: mail.to, letter: write(mail) })
  if (sent.ok) {
    await done('sent')
    if (postman.keeps) onKept(mail)
    return
  }
  const { lasting, message } = sent.reason
  const wait = waits[taken.failures]
  if (lasting) return giveUp('refused', kindOf(mail), message)
  if (wait === undefined) {
    return giveUp('given-up', kindOf(mail), `it failed ${waits.length + 1} times: ${message}`)
  }
  tell(needs, `A mail (${kindOf(mail)}) did not go out, and is tried again: ${message}`)
  await mails.later(taken.id, clock().add({ seconds: wait }))
}

/** What a mail is about. */
const kindOf = (mail: Mail) => (mail.kind === 'notice' ? mail.facts.what : mail.kind)

const tell = ({ report }: SendNeeds, words: string) => report(new MailError(words), 'sending mails')
