import { type Model, parseMessage } from 'messageformat'

/**
 * The message with its literal words disguised and its placeholders left alone. Accented text is
 * also a third longer, as German or Finnish would be.
 */
export function disguised(source: string, as: 'accented' | 'mirrored'): Model.Message {
  const message = parseMessage(source)
  const change = as === 'accented' ? accented : mirrored
  const pattern = (parts: Model.Pattern) =>
    parts.map((part) => (typeof part === 'string' ? change(part) : part))

  if (message.type === 'message') return { ...message, pattern: pattern(message.pattern) }
  const variants = message.variants.map((one) => ({ ...one, value: pattern(one.value) }))
  return { ...message, variants }
}

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const marked = Array.from('ȧƀćḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏžȦƁĆḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎŽ')

function accented(text: string): string {
  const letters = Array.from(text, (letter) => marked[plain.indexOf(letter)] ?? letter)
  const more = text.trim() === '' ? '' : '~'.repeat(Math.ceil(text.length / 3))
  return letters.join('') + more
}

/** Words between RIGHT-TO-LEFT OVERRIDE and POP DIRECTIONAL FORMATTING. */
const mirrored = (text: string) => text.replace(/\S+/g, '\u202E$&\u202C')
