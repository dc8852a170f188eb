import type { Entry } from '../../keeping/entry.ts'

/** What is on the stand, by what questions and answers call it. */
export interface Names {
  readonly byId: ReadonlyMap<string, Entry>
  readonly bySlug: ReadonlyMap<string, Entry>
  /** The entries whose title has these letters somewhere: all that can begin a word of it with them. */
  readonly having: (letters: string) => readonly Entry[]
}

/** Worked out once for as long as nothing changes: thousands of entries are not gone through for each page. */
export function namesOf(entries: readonly Entry[]): Names {
  const known = names.get(entries) ?? workOut(entries)
  names.set(entries, known)
  return known
}

const names = new WeakMap<readonly Entry[], Names>()

function workOut(entries: readonly Entry[]): Names {
  return {
    byId: new Map(entries.map((entry) => [entry.publication.id, entry])),
    bySlug: new Map(entries.map((entry) => [entry.publication.slug, entry])),
    having: searchIn(entries),
  }
}

/** In one text of all titles, which is gone through at the speed of memory. */
function searchIn(entries: readonly Entry[]): Names['having'] {
  const titles = entries.map(({ letters }) => `${letters}\n`)
  const text = titles.join('')
  const ends = new Uint32Array(titles.length)
  let end = 0
  for (const [at, title] of titles.entries()) {
    end += title.length
    ends[at] = end
  }
  return (letters) => {
    const found: Entry[] = []
    let [at, next] = [text.indexOf(letters), 0]
    while (at >= 0 && next < entries.length) {
      next = firstBeyond(ends, at, next)
      found.push(...entries.slice(next, next + 1))
      at = text.indexOf(letters, ends[next])
      next += 1
    }
    return found
  }
}

/** The first from here on that ends behind this place. */
function firstBeyond(ends: Uint32Array, place: number, from: number): number {
  let [low, high] = [from, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}
