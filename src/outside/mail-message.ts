import type { SendMailOptions } from 'nodemailer'
import type { Letter } from '#accounts'

/** A letter on its way. The same id is the same mail, however often it is handed over. */
export interface Outgoing {
  readonly id: string
  readonly to: string
  readonly letter: Letter
}

export interface Sender {
  /** What the stand is called. */
  readonly name: string
  readonly address: string
}

/** The letter as nodemailer wants it. Mails we need no answer to say so (RFC 3834). */
export function messageOf({ id, to, letter }: Outgoing, from: Sender): SendMailOptions {
  const { subject, text, html } = letter
  const host = from.address.slice(from.address.lastIndexOf('@') + 1)
  const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
  return {
    messageId: `<${id}@${host}>`,
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    headers,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
