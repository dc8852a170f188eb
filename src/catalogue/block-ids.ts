import { digestOf } from '#ground/digest'
import type { Block, BlockBody, Spoken } from './block.ts'

/** What is remembered of a block for the next revision: enough to know it again, not its words. */
export interface BlockMark {
  readonly id: string
  readonly kind: Block['kind']
  readonly digest: string
}

/**
 * Gives every block an id that survives corrections. A block that was there before keeps its id;
 * a changed one takes the id of the block of its kind that stood in its place; a new one gets an
 * id from its content.
 */
export function withIds(
  bodies: readonly (BlockBody & Spoken)[],
  before: readonly BlockMark[] = [],
): Block[] {
  const digests = bodies.map(contentDigest)
  const matched = matchInOrder(digests, before)
  const taken = new Set(matched.map((at) => before[at]?.id ?? ''))
  const placeFor = placesIn(matched, before)
  const freshId = freshIds(taken)

  const blocks: Block[] = []
  for (const [index, body] of bodies.entries()) {
    const id =
      before[matched[index] ?? none]?.id ??
      placeFor(index, body.kind, taken)?.id ??
      freshId(digests[index] ?? '')
    taken.add(id)
    blocks.push({ ...body, id })
  }
  return blocks
}

/** The marks to keep beside these blocks. */
export function marksOf(blocks: readonly Block[]): BlockMark[] {
  return blocks.map((block) => ({
    id: block.id,
    kind: block.kind,
    digest: contentDigest(block),
  }))
}

function contentDigest(block: BlockBody & Spoken & { readonly id?: string }): string {
  const { id: _, ...content } = block
  const entries = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))
  return digestOf(JSON.stringify(entries)).slice(0, 24)
}

const none = -1

/**
 * For each content the place of the earlier block with just that content, each used once and never
 * backwards. A stranger may send a hundred thousand blocks: nothing here looks twice.
 */
function matchInOrder(digests: readonly string[], before: readonly BlockMark[]): number[] {
  const places = Map.groupBy(before.keys(), (at) => before[at]?.digest ?? '')
  const used = new Map<string, number>()
  let from = 0
  return digests.map((digest) => {
    const there = places.get(digest) ?? []
    let next = used.get(digest) ?? 0
    while ((there[next] ?? from) < from) next += 1
    used.set(digest, next)
    const at = there[next] ?? none
    if (at !== none) from = at + 1
    return at
  })
}

/** Gives the first unused block of a kind between the neighbours that did not change. */
function placesIn(matched: readonly number[], before: readonly BlockMark[]) {
  const ends: number[] = []
  let end = before.length
  for (let index = matched.length - 1; index >= 0; index -= 1) {
    const at = matched[index] ?? none
    if (at !== none) end = at
    ends[index] = end
  }
  let start = 0
  let from = new Map<Block['kind'], number>()
  let looked = 0
  return (index: number, kind: Block['kind'], taken: ReadonlySet<string>) => {
    for (; looked < index; looked += 1) {
      const at = matched[looked] ?? none
      if (at === none) continue
      start = at + 1
      from = new Map()
    }
    for (let at = from.get(kind) ?? start; at < (ends[index] ?? 0); at += 1) {
      from.set(kind, at + 1)
      const mark = before[at]
      if (mark?.kind === kind && !taken.has(mark.id)) return mark
    }
    return undefined
  }
}

function freshIds(taken: ReadonlySet<string>) {
  const counts = new Map<string, number>()
  return (digest: string): string => {
    const name = `b${digest.slice(0, 8)}`
    let count = counts.get(name) ?? 1
    const nth = () => (count === 1 ? name : `${name}-${count}`)
    while (taken.has(nth())) count += 1
    counts.set(name, count)
    return nth()
  }
}
