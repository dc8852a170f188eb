import { canaryWord } from './canaries.ts'
import { readingsOf } from './readings.ts'

/** What came back, as it came over the wire. */
export interface Answer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

/** What of a walled story may be in no answer, apart from canaries. */
export interface Secrets {
  /** Words that name a story in its address: who asks for it may be told them again. */
  readonly addressWords: readonly string[]
  /** Digests, in hex, that name pictures (or sound) of the rest in addresses. */
  readonly digests: readonly string[]
  /** Whether these bytes show or sound like something of the rest. */
  readonly isOfRest: (bytes: Buffer) => Promise<boolean>
}

/** What reads as letters only and is not seen: it may stand between the letters of a canary. */
const unseen = /\u034f|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|<[^<>]{0,200}>/g

/**
 * The canaries in an answer, in whatever it is written in, and "rest" for a picture of the rest.
 * An answer to somebody without a right gives none.
 * @param asked the address as it was asked for: an answer may repeat it
 */
export async function leaksIn(answer: Answer, secrets: Secrets, asked = ''): Promise<string[]> {
  const coding = answer.headers.findLast(([name]) => name.toLowerCase() === 'content-encoding')
  const head = Buffer.from(answer.headers.map((one) => one.join(': ')).join('\n'), 'latin1')
  const readings = [...readingsOf(head), ...readingsOf(answer.body, coding?.[1])]
  const leaks = new Set(readings.flatMap((reading) => canariesIn(reading, secrets.addressWords)))
  for (const digest of secrets.digests) {
    if (asked.includes(digest)) continue
    if (readings.some((reading) => reading.includes(digest))) leaks.add(`address of ${digest}`)
  }
  if (await secrets.isOfRest(answer.body)) leaks.add('rest')
  return [...leaks]
}

function canariesIn(reading: string, addressWords: readonly string[]): string[] {
  const plain = reading.normalize('NFKC').toLowerCase()
  const without = (text: string) =>
    addressWords.reduce((left, word) => left.replaceAll(word, ''), text)
  // Marks between letters hide a word from one look, and tags joined to it from the other.
  const texts = [without(plain), without(plain.replace(unseen, ''))]
  return texts.flatMap((text) => text.match(canaryWord) ?? [])
}
