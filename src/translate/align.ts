import { type Block, plainTextOf } from '#catalogue'
import { weightOf } from './weight.ts'

/** Blocks that say the same; either side may be empty. */
export interface AlignedRow {
  readonly original: readonly Block[]
  readonly translated: readonly Block[]
}

/**
 * Finds out which blocks of a person's translation belong to which of the original. They come in the
 * same order; one may have been split in two, two joined, one added or left out. By the lengths alone,
 * after W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora",
 * Computational Linguistics 19 (1993), whose priors and variance these are.
 */
export function alignBlocks(
  original: readonly Block[],
  translated: readonly Block[],
): readonly AlignedRow[] {
  const ones = original.map(measured)
  const others = translated.map(measured)
  const growth = sum(others) / Math.max(sum(ones), 1) || 1
  const best = openTable(ones.length, others.length)
  for (let i = 0; i <= ones.length; i += 1) {
    for (let j = 0; j <= others.length; j += 1) {
      if (i + j === 0 || isFarOff(i, j, ones.length, others.length)) continue
      for (const step of steps) {
        const before = best.costAt(i - step.ones, j - step.others)
        if (before === Number.POSITIVE_INFINITY) continue
        const from = ones.slice(i - step.ones, i)
        const to = others.slice(j - step.others, j)
        best.offer(i, j, before + costOf(from, to, growth, step.prior), step)
      }
    }
  }
  return rowsOf(best.path(), original, translated)
}

interface Measured {
  readonly block: Block
  readonly length: number
}

interface Step {
  readonly ones: number
  readonly others: number
  readonly prior: number
}

/** How often so many sentences of the one are so many of the other. */
const steps: readonly Step[] = [
  { ones: 1, others: 1, prior: 0.89 },
  { ones: 1, others: 0, prior: 0.0099 },
  { ones: 0, others: 1, prior: 0.0099 },
  { ones: 2, others: 1, prior: 0.089 },
  { ones: 1, others: 2, prior: 0.089 },
]

/** Variance of the length of a translation, for each character of the original. */
const variance = 6.8
/** What it costs, in the same measure, to take a quotation for a paragraph. */
const otherKind = 5
/** No translation moves a block farther than this: keeps the work of a long story in bounds. */
const farthest = 150

const measured = (block: Block): Measured => ({
  block,
  length: weightOf(block.kind === 'picture' ? block.alt : plainTextOf(block)),
})

const sum = (blocks: readonly Measured[]) => blocks.reduce((all, { length }) => all + length, 0)

const isFarOff = (i: number, j: number, ones: number, others: number) =>
  Math.abs(j - (i * others) / Math.max(ones, 1)) > farthest

function costOf(
  from: readonly Measured[],
  to: readonly Measured[],
  growth: number,
  prior: number,
): number {
  const unlikely = -Math.log(prior)
  // What stands alone has to be paid for by its length, or all would stand alone.
  if (from.length === 0 || to.length === 0) return unlikely + sum([...from, ...to]) / 20
  const kind = kindCost([...from, ...to].map(({ block }) => block))
  const [before, after] = [sum(from), sum(to)]
  const mean = (before + after / growth) / 2
  const distance = (after - before * growth) / Math.sqrt(Math.max(mean, 1) * variance)
  return unlikely + kind - Math.log(Math.max(2 * upperTail(Math.abs(distance)), 1e-12))
}

const wordy = new Set<Block['kind']>(['paragraph', 'quote', 'list'])

function kindCost(blocks: readonly Block[]): number {
  const kinds = new Set(blocks.map(({ kind }) => kind))
  const isSplit = blocks.length > 2
  if (kinds.size === 1 && (!isSplit || wordy.has(blocks[0]?.kind ?? 'rule'))) return 0
  return [...kinds].every((kind) => wordy.has(kind)) ? otherKind : Number.POSITIVE_INFINITY
}

/** 1 - Φ(z) for z ≥ 0: Abramowitz and Stegun, 26.2.17; its error is below 7.5e-8. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const polynomial = series.reduce((all, factor, power) => all + factor * t ** (power + 1), 0)
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial
}

function openTable(ones: number, others: number) {
  const wide = others + 1
  const costs = new Float64Array((ones + 1) * wide).fill(Number.POSITIVE_INFINITY)
  const taken: Step[] = []
  costs[0] = 0
  return {
    costAt: (i: number, j: number) =>
      i < 0 || j < 0 ? Number.POSITIVE_INFINITY : (costs[i * wide + j] ?? 0),
    offer(i: number, j: number, cost: number, step: Step) {
      if (cost >= (costs[i * wide + j] ?? 0)) return
      costs[i * wide + j] = cost
      taken[i * wide + j] = step
    },
    path(): readonly Step[] {
      const found: Step[] = []
      let [i, j] = [ones, others]
      for (let step = taken[i * wide + j]; step !== undefined; step = taken[i * wide + j]) {
        found.unshift(step)
        i -= step.ones
        j -= step.others
      }
      return found
    },
  }
}

function rowsOf(
  path: readonly Step[],
  original: readonly Block[],
  translated: readonly Block[],
): readonly AlignedRow[] {
  let [i, j] = [0, 0]
  return path.map(({ ones, others }) => {
    const row = {
      original: original.slice(i, i + ones),
      translated: translated.slice(j, j + others),
    }
    i += ones
    j += others
    return row
  })
}
