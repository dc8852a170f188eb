import type { Outcome } from '#ground/outcome'
import type { Outgoing } from './mail-message.ts'

/** Takes letters out of the house. */
export interface Postman {
  /** True when letters are kept in a folder: nobody will find them in a mailbox. */
  readonly keeps: boolean
  send(mail: Outgoing): Promise<Outcome<'sent', Undelivered>>
  /** Throws kept letters to this address away. */
  forget(to: string): Promise<void>
}

export interface Undelivered {
  /** True when trying again is of no use. */
  readonly lasting: boolean
  /** For logs: neither the address nor anything of the letter is in it. */
  readonly message: string
}
