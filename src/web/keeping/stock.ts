import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AppNeeds } from '../needs.ts'
import { type Entry, entryFrom } from './entry.ts'

type Asked = Pick<AppNeeds, 'publications' | 'changes'>

/** Made ready before others have their turn. */
const atOnce = 1_000

/** More changes than this at once are read together with all the others. */
const oneByOne = 50

/**
 * Keeps what is on the stand in memory. To read 9,000 publications takes a fifth of a second, and a
 * stand of that size changes all the time, so after a change only what changed is read again.
 * @returns the entries in no order: the same list for as long as nothing changes
 */
export function keepStock(asked: Asked): () => Promise<readonly Entry[]> {
  const known = stocks.get(asked.changes) ?? newStock(asked)
  stocks.set(asked.changes, known)
  return known
}

/** One for all pages of a stand. */
const stocks = new WeakMap<Asked['changes'], () => Promise<readonly Entry[]>>()

function newStock(asked: Asked): () => Promise<readonly Entry[]> {
  const changed = new Set<string>()
  let stock: Promise<readonly Entry[]> | null = null
  asked.changes.subscribe((what) => {
    if (what === 'everything') stock = null
    else changed.add(what.publicationSlug)
  })

  return () => {
    if (stock !== null && changed.size === 0) return stock
    // What changes from here on may be read already, and is read once more when next asked.
    const slugs = [...changed]
    changed.clear()
    const renewing =
      stock === null || slugs.length > oneByOne
        ? readAll(asked)
        : stock.then((entries) => renewed(asked, entries, slugs))
    stock = renewing
    renewing.catch(() => {
      if (stock === renewing) stock = null
    })
    return renewing
  }
}

async function readAll({ publications }: Asked): Promise<readonly Entry[]> {
  const all = await publications.onStand()
  const entries: Entry[] = []
  for (let from = 0; from < all.length; from += atOnce) {
    if (from > 0) await nextTurn()
    entries.push(...all.slice(from, from + atOnce).map(entryFrom))
  }
  return entries
}

async function renewed(
  asked: Asked,
  entries: readonly Entry[],
  slugs: readonly string[],
): Promise<readonly Entry[]> {
  const gone = new Set<string>()
  for (const slug of slugs) {
    const publication = await asked.publications.bySlug(slug)
    // It has another name by now.
    if (publication === null) return readAll(asked)
    gone.add(publication.id)
  }
  const fresh = (await asked.publications.onStand([...gone])).map(entryFrom)
  return [...entries.filter(({ publication }) => !gone.has(publication.id)), ...fresh]
}
