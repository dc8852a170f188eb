import { digestOf } from '#ground/digest'
import type { Block, BlockBody, Spoken } from './block.ts'

type Unnamed = BlockBody & Spoken

/**
 * Gives every block an id that survives corrections. A block that was there before keeps its id;
 * a changed one takes the id of the block of its kind that stood in its place; a new one gets an
 * id from its content.
 */
export function withIds(bodies: readonly Unnamed[], before: readonly Block[] = []): Block[] {
  const known = bodies.map((body) => contentOf(body))
  const matched = matchInOrder(known, before)
  const taken = new Set(matched.filter((block) => block !== null).map((block) => block.id))

  const blocks: Block[] = []
  for (const [index, body] of bodies.entries()) {
    const same = matched[index] ?? null
    const id =
      same?.id ??
      inItsPlace(body, index, matched, before, taken)?.id ??
      freshId(known[index] ?? '', (candidate) => taken.has(candidate))
    taken.add(id)
    blocks.push({ ...body, id })
  }
  return blocks
}

function contentOf({ id: _, ...body }: Unnamed & { id?: string }): string {
  return JSON.stringify(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** For each content the earlier block with just that content, each used once and never backwards. */
function matchInOrder(contents: readonly string[], before: readonly Block[]): (Block | null)[] {
  const earlier = before.map(contentOf)
  let from = 0
  return contents.map((content) => {
    const at = earlier.indexOf(content, from)
    if (at === -1) return null
    from = at + 1
    return before[at] ?? null
  })
}

/** The first unused block of the same kind between the neighbours that did not change. */
function inItsPlace(
  body: Unnamed,
  index: number,
  matched: readonly (Block | null)[],
  before: readonly Block[],
  taken: ReadonlySet<string>,
): Block | undefined {
  const previous = matched.slice(0, index).findLast((block) => block !== null)
  const next = matched.slice(index + 1).find((block) => block !== null)
  const start = previous ? before.indexOf(previous) + 1 : 0
  const end = next ? before.indexOf(next) : before.length
  return before.slice(start, end).find((old) => old.kind === body.kind && !taken.has(old.id))
}

function freshId(content: string, isTaken: (id: string) => boolean): string {
  const name = `b${digestOf(content).slice(0, 8)}`
  let id = name
  for (let count = 2; isTaken(id); count += 1) id = `${name}-${count}`
  return id
}
