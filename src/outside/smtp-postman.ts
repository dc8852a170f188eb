import { bad, good } from '#ground/outcome'
import { messageOf, type Sender } from './mail-message.ts'
import type { Postman, Undelivered } from './postman.ts'

/** Milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * Sends through a mail server, `smtp://` or `smtps://`. A password is not sent in clear, except to
 * this machine.
 */
export function openSmtpPostman(address: string, from: Sender): Postman {
  const url = new URL(address)
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const requireTLS = url.password !== '' && !here
  return {
    keeps: false,
    async send(mail) {
      const { createTransport } = await import('nodemailer')
      const transport = createTransport({ url: address, requireTLS, ...patience })
      try {
        const { rejected } = await transport.sendMail(messageOf(mail, from))
        return rejected.length === 0 ? good('sent') : bad(undelivered(null))
      } catch (error) {
        return bad(undelivered(error))
      }
    },
    forget: async () => {},
  }
}

/** A 5xx answer to the address or the letter is for good; anything else may pass (RFC 5321, 4.2.1). */
function undelivered(error: unknown): Undelivered {
  const said = error instanceof Error ? error : null
  const code = said !== null && 'code' in said ? String(said.code) : 'no answer'
  const status = said !== null && 'responseCode' in said ? Number(said.responseCode) : 0
  const aboutLetter = code === 'EENVELOPE' || code === 'EMESSAGE'
  const lasting = aboutLetter && status >= 500 && status <= 599
  return {
    lasting,
    message: `The mail server did not take a mail (${code} ${status || ''})`.trim(),
  }
}
