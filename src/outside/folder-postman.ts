import * as disk from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '#ground/digest'
import { good } from '#ground/outcome'
import { messageOf, type Sender } from './mail-message.ts'
import type { Postman } from './postman.ts'

/**
 * Keeps letters as .eml files, for a stand without a mail server: whoever can read the folder can
 * sign in as anybody who asks. The same mail twice is one file.
 */
export function openFolderPostman(folder: string, from: Sender): Postman {
  return {
    keeps: true,
    async send(mail) {
      const { createTransport } = await import('nodemailer')
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
      const { message } = await transport.sendMail(messageOf(mail, from))
      await disk.mkdir(folder, { recursive: true, mode: 0o700 })
      const name = `${mail.id}${endingFor(mail.to)}`
      await disk.writeFile(join(folder, name), message, { mode: 0o600, flush: true })
      return good('sent')
    },
    async forget(to) {
      const names = await disk.readdir(folder).catch(() => [])
      const theirs = names.filter((name) => name.endsWith(endingFor(to)))
      for (const name of theirs) await disk.rm(join(folder, name), { force: true })
    },
  }
}

/** Whose it is can be told without opening it, by who knows the address. */
const endingFor = (to: string) => `-${digestOf(to).slice(0, 16)}.eml`
