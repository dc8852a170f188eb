import { pictureSource } from './address.ts'
import { attribute, childrenOf, type Element } from './tree.ts'

/** Wider files than this only cost time: no rendering of ours needs them. */
const wideEnough = 3200

/**
 * The best address of a picture: the largest that is not wasteful among all the sizes offered,
 * also where a script of the sender's page would have put it in later. Null when there is none.
 */
export function bestSource(img: Element, base: string): string | null {
  const sets = [...siblingSets(img), attribute(img, 'srcset'), ...lazySets(img)]
  const offered = sets.flatMap(candidatesIn).toSorted((a, b) => a.size - b.size)
  const largest = offered.findLast(({ size }) => size <= wideEnough) ?? offered[0]
  const single = ['data-src', 'data-original', 'data-lazy-src', 'src']
  const written = [largest?.address ?? '', ...single.map((name) => attribute(img, name))]
  for (const candidate of written) {
    const source = candidate === '' ? null : pictureSource(candidate, base)
    if (source !== null) return source
  }
  return null
}

const lazySets = (element: Element) =>
  ['data-srcset', 'data-lazy-srcset'].map((name) => attribute(element, name))

/** What the other elements of a `<picture>` offer in formats that can be read. */
function siblingSets(img: Element): string[] {
  const parent = img.parentNode
  if (parent === null || !('tagName' in parent) || parent.tagName !== 'picture') return []
  return childrenOf(parent)
    .filter(({ tagName }) => tagName === 'source')
    .filter((source) => /^(?:image\/(?:jpeg|png|webp|avif|gif))?$/.test(attribute(source, 'type')))
    .flatMap((source) => [attribute(source, 'srcset'), ...lazySets(source)])
}

interface Candidate {
  readonly address: string
  /** Pixels, or times the plain size; larger is better. */
  readonly size: number
}

function candidatesIn(srcset: string): Candidate[] {
  const found: { address: string; size: number }[] = []
  for (const word of srcset.split(/\s+/)) {
    const [, size, next = ''] = /^(\d+(?:\.\d+)?)[wx](?:,(.*))?$/s.exec(word) ?? []
    const last = found.at(-1)
    if (size !== undefined && last !== undefined) last.size = Number(size)
    const address = (size === undefined ? word : next).replace(/^,+|,+$/g, '')
    if (address !== '') found.push({ address, size: 1 })
  }
  return found
}
