import { parseAccept } from 'hono/utils/accept'

export type Encoding = 'br' | 'gzip' | 'identity'

/** The smallest encoding that this Accept-Encoding header allows. */
export function encodingFor(header: string | null): Encoding {
  if (header === null || header === '') return 'identity'
  const known = answers.get(header)
  if (known !== undefined) return known
  const answer = choose(header)
  if (answers.size < mostHeaders) answers.set(header, answer)
  return answer
}

/** Browsers send a handful of different headers; a stranger who sends others gains no memory. */
const mostHeaders = 100
const answers = new Map<string, Encoding>()

function choose(header: string): Encoding {
  const accepted = parseAccept(header)
  const weight = (name: string) =>
    (
      accepted.find(({ type }) => type.toLowerCase() === name) ??
      accepted.find(({ type }) => type === '*')
    )?.q ?? 0
  return (['br', 'gzip'] as const).find((name) => weight(name) > 0) ?? 'identity'
}
