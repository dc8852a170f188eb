import { type Keys, keyedDigest } from './keys.ts'
import { type MailChoice, mailChoices, type Reader } from './reader.ts'
import type { Readers } from './store.ts'

type ChoiceKeys = Pick<Keys, 'choices'>

/** For a link in a mail: it stops this kind of mail for this reader and can do nothing else. */
export function unsubscribeToken(
  { choices }: ChoiceKeys,
  { id }: Reader,
  choice: MailChoice,
): string {
  return `${id}.${choice}.${keyedDigest(choices, id, choice)}`
}

/** Does what the token of a mail's link says. False when it is not one of ours or they are gone. */
export async function unsubscribe(
  { readers, keys }: { readonly readers: Readers; readonly keys: ChoiceKeys },
  token: string,
): Promise<boolean> {
  const [id = '', named, mark] = token.split('.')
  const choice = mailChoices.find((one) => one === named)
  if (choice === undefined || mark !== keyedDigest(keys.choices, id, choice)) return false
  const reader = await readers.byId(id)
  if (reader === null) return false
  const choices = reader.choices.filter((one) => one !== choice)
  return (await readers.change(id, { choices })) !== null
}
