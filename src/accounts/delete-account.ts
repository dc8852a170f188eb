import type { Clock } from '#ground/clock'
import { bad, good, type Outcome } from '#ground/outcome'
import { mailAddressIn } from './address.ts'
import type { Keys } from './keys.ts'
import { queuedMail } from './mail.ts'
import type { Reader } from './reader.ts'
import { isFresh, type Session } from './session.ts'
import type { Readers } from './store.ts'

export interface DeleteNeeds {
  readonly readers: Pick<Readers, 'remove'>
  /** Forgets mails to an address that were kept instead of sent. */
  readonly forgetLetters: (to: string) => Promise<void>
  readonly keys: Keys
  readonly clock: Clock
}

/** Deletes a reader's account at their own word. Only who signed in lately may. */
export async function deleteAccount(
  needs: DeleteNeeds,
  { reader, session }: { readonly reader: Reader; readonly session: Session },
): Promise<Outcome<'deleted', 'not-fresh'>> {
  if (!isFresh(session, needs.clock())) return bad('not-fresh')
  await removeReader(needs, reader)
  return good('deleted')
}

/**
 * Removes a reader and everything that is known of them. They are told, at the address that is
 * then forgotten: whoever did not ask for it has to hear of it. False when they were gone already.
 */
export async function removeReader(
  { readers, forgetLetters, keys, clock }: DeleteNeeds,
  { id, address, locale }: Reader,
): Promise<boolean> {
  const to = mailAddressIn(address)?.to ?? address
  const mail = { kind: 'account-deleted', facts: {}, to, locale } as const
  await forgetLetters(to)
  return readers.remove(id, queuedMail(keys, mail, { at: clock() }))
}
