import type { Load, LoadResult } from './load.ts'
import { processorTime } from './process-facts.ts'
import type { TalkingChild } from './talking-child.ts'

/** One thing that is measured: what is asked of us, and what of the bare server. */
export interface Contest {
  readonly name: string
  /** The least share of the bare server's answers a second, or null where nothing is promised. */
  readonly budget: number | null
  /** Who asks, in turn, by what they send. */
  readonly askers: readonly Readonly<Record<string, string>>[]
  readonly ours: { readonly paths: readonly string[]; readonly once: boolean }
  readonly bare: { readonly paths: readonly string[] }
  /** Bytes of an answer's body. */
  readonly bytes: number
}

export interface Contestants {
  readonly generator: TalkingChild
  readonly ours: Contestant
  readonly bare: Contestant
}

interface Contestant {
  readonly port: number
  readonly pid: number
}

export interface Effort {
  readonly rounds: number
  readonly milliseconds: number
}

export interface Score {
  readonly contest: Contest
  /** Of each round, our answers a second divided by the bare server's. */
  readonly ratios: readonly number[]
  /** Answers a second, medians. */
  readonly ours: number
  readonly bare: number
  /** Microseconds of processor time an answer, medians; null where the system does not tell. */
  readonly costs: { readonly ours: number; readonly bare: number } | null
  /** The share of its time that the generator was busy while it asked the bare server. */
  readonly generatorBusy: number
  readonly answers: number
}

const connections = 64

/** Who begins changes from round to round, so that a noisy neighbour hurts both alike. */
export async function hold(
  contest: Contest,
  who: Contestants,
  { rounds, milliseconds }: Effort,
): Promise<Score> {
  const ask = askerFor(contest, who, rounds)
  await ask('bare', milliseconds / 4)
  await ask('ours', milliseconds / 2)
  const results: { ours: Measured; bare: Measured }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)
    const [first, second] = [await ask(order[0], milliseconds), await ask(order[1], milliseconds)]
    results.push(round % 2 === 0 ? { bare: first, ours: second } : { bare: second, ours: first })
  }
  const of = (side: 'ours' | 'bare', what: (result: Measured) => number) =>
    median(results.map((result) => what(result[side])))
  const costs = { ours: of('ours', cost), bare: of('bare', cost) }
  return {
    contest,
    ratios: results.map(({ ours, bare }) => rate(ours) / rate(bare)),
    ours: of('ours', rate),
    bare: of('bare', rate),
    costs: Number.isNaN(costs.ours + costs.bare) ? null : costs,
    generatorBusy: of('bare', ({ cpu, milliseconds: time }) => cpu / time),
    answers: results.reduce((sum, { ours }) => sum + ours.answers, 0),
  }
}

interface Measured extends LoadResult {
  /** What the server spent, in milliseconds of processor time. */
  readonly spent: number
}

const rate = ({ answers, milliseconds }: LoadResult) => (answers / milliseconds) * 1_000
const cost = ({ answers, spent }: Measured) => (spent / answers) * 1_000

function askerFor(contest: Contest, who: Contestants, rounds: number) {
  const fresh = pathsNeverAsked(contest.ours.paths, rounds)
  return async (side: 'ours' | 'bare', milliseconds: number): Promise<Measured> => {
    const once = side === 'ours' && contest.ours.once
    const { port, pid } = who[side]
    const paths = once ? fresh() : contest[side].paths
    const { askers } = contest
    const load: Load = { port, connections, milliseconds, paths, once, askers }
    const before = (await processorTime(pid)) ?? Number.NaN
    const result: LoadResult = JSON.parse(await who.generator.ask(load))
    const spent = ((await processorTime(pid)) ?? Number.NaN) - before
    if (result.failures > 0) throw new Error(`${contest.name}: ${result.failures} answers not 200`)
    return { ...result, spent }
  }
}

/** Hands out each path once: to every round, and to the one that warms up, as many. */
function pathsNeverAsked(paths: readonly string[], rounds: number) {
  const each = Math.floor(paths.length / (rounds + 1))
  let taken = 0
  return () => {
    taken += each
    return paths.slice(taken - each, taken)
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
