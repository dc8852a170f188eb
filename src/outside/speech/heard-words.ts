import { z } from 'zod'

/** What Kokoro-FastAPI answers at /dev/captioned_speech, without a stream. */
export const captionedAnswer = z.object({
  audio: z.string(),
  timestamps: z
    .array(
      z.object({
        word: z.string(),
        start_time: z.number().nonnegative(),
        end_time: z.number().nonnegative(),
      }),
    )
    .nullish(),
})

type Timestamps = NonNullable<z.infer<typeof captionedAnswer>['timestamps']>

/**
 * Finds the words that a server heard in what it was given. It may have put them into other words
 * ("$5" as "five dollars"): those are left out, and lie between the others.
 */
export function heardWords(
  text: string,
  timestamps: Timestamps,
): readonly { readonly offset: number; readonly at: number }[] {
  // Lower case may be longer than what it is made of: then nothing is found by chance.
  const lower = text.toLowerCase()
  const within = lower.length === text.length ? lower : text
  const found: { offset: number; at: number }[] = []
  let [from, last] = [0, 0]
  for (const { word, start_time } of timestamps) {
    const wanted = word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    if (wanted === '' || start_time < last) continue
    const offset = placeOf(wanted, within, from)
    if (offset < 0) continue
    found.push({ offset, at: start_time })
    from = offset + wanted.length
    last = start_time
  }
  return found
}

/** How far a word may stand from the one before it: a short one is found anywhere by chance. */
const nearby = 60

function placeOf(word: string, text: string, from: number): number {
  const edge = (at: number) => !/[\p{L}\p{N}]/u.test(text.charAt(at))
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at - from > nearby) return -1
    if ((at === 0 || edge(at - 1)) && edge(at + word.length)) return at
  }
  return -1
}
