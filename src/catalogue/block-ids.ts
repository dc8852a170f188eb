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
  const taken = new Set(matched.filter((mark) => mark !== null).map((mark) => mark.id))

  const blocks: Block[] = []
  for (const [index, body] of bodies.entries()) {
    const id =
      matched[index]?.id ??
      inItsPlace(body.kind, index, matched, before, taken)?.id ??
      freshId(digests[index] ?? '', taken)
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

/** For each content the earlier block with just that content, each used once and never backwards. */
function matchInOrder(
  digests: readonly string[],
  before: readonly BlockMark[],
): (BlockMark | null)[] {
  let from = 0
  return digests.map((digest) => {
    const at = before.findIndex((mark, index) => index >= from && mark.digest === digest)
    if (at === -1) return null
    from = at + 1
    return before[at] ?? null
  })
}

/** The first unused block of the same kind between the neighbours that did not change. */
function inItsPlace(
  kind: Block['kind'],
  index: number,
  matched: readonly (BlockMark | null)[],
  before: readonly BlockMark[],
  taken: ReadonlySet<string>,
): BlockMark | undefined {
  if (before.length === 0) return undefined
  const previous = matched.slice(0, index).findLast((mark) => mark !== null)
  const next = matched.slice(index + 1).find((mark) => mark !== null)
  const start = previous ? before.indexOf(previous) + 1 : 0
  const end = next ? before.indexOf(next) : before.length
  return before.slice(start, end).find((mark) => mark.kind === kind && !taken.has(mark.id))
}

function freshId(digest: string, taken: ReadonlySet<string>): string {
  const name = `b${digest.slice(0, 8)}`
  let id = name
  for (let count = 2; taken.has(id); count += 1) id = `${name}-${count}`
  return id
}
