import { UsageError } from './call.ts'

/** The names in an address on the stand, or in "publication/edition/story": one to three. */
export function namesIn(given: string): readonly string[] {
  const path = URL.parse(given)?.pathname ?? given
  const all = path.split('/').filter(Boolean).map(decoded)
  const start = all.indexOf('publications')
  const names = (start === -1 ? all : all.slice(start + 1)).map((name) => name.normalize('NFC'))
  if (names.length >= 1 && names.length <= 3) return names
  throw new UsageError(`"${given}" names nothing on a stand: give publication/edition/story`)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
