import { type Chance, chanceFrom, shuffled } from '#ground/chance'
import { digestOf } from '#ground/digest'
import { asked } from './asked.ts'
import { leaksIn } from './detector.ts'
import type { Headers } from './reader-at.ts'
import { strangers } from './strangers.ts'
import { type Request, tricks } from './tricks.ts'
import type { Served, WallStand } from './wall-stand.ts'

/** One thing to try: who asks for which path, and how. */
export interface Attempt {
  readonly viewer: string
  readonly trick: string
  readonly request: Request
}

export interface Walked {
  readonly fetches: number
  readonly viewers: ReadonlySet<string>
  readonly tricks: ReadonlySet<string>
  readonly paths: ReadonlySet<string>
  /** Answers by status. */
  readonly statuses: Readonly<Record<number, number>>
  readonly leaks: readonly string[]
  /** What the stand could not answer. */
  readonly failures: readonly string[]
}

/** Everybody to whom the rest is shut. */
export const viewersOf = ({ shut }: WallStand): Readonly<Record<string, Headers>> => ({
  ...strangers,
  ...shut,
})

export const pathsOf = ({ known }: WallStand): readonly string[] =>
  Object.values(asked).flatMap((paths) => paths(known))

const bare = 'no trick'

/**
 * Everything there is to try: each path by each viewer, in four methods; and each trick on each
 * path, by viewers in turn.
 */
export function everyAttempt(wall: WallStand): Attempt[] {
  const viewers = Object.entries(viewersOf(wall))
  const paths = pathsOf(wall)
  const plainly = ['GET', 'HEAD', 'POST', 'OPTIONS'].flatMap((method) =>
    paths.flatMap((path) =>
      viewers.map(([viewer, headers]) => ({
        ...{ viewer, trick: bare },
        request: { method, path, headers },
      })),
    ),
  )
  let turn = 0
  const tricky = Object.entries(tricks).flatMap(([trick, change]) =>
    paths.map((path) => {
      const [viewer, headers] = viewers[turn++ % viewers.length] ?? ['nobody', {}]
      return { viewer, trick, request: change({ method: 'GET', path, headers }) }
    }),
  )
  return [...plainly, ...tricky]
}

/**
 * A part of all attempts in which every path, viewer and trick has its turn, and every viewer asks
 * for every walled story.
 */
export function someAttempts(
  wall: WallStand,
  most: number,
  chance: Chance = chanceFrom(1),
): Attempt[] {
  const stories = new Set(asked['/:locale/publications/:publication/:edition/:story']?.(wall.known))
  const untried = new Set<string>()
  const all = shuffled(everyAttempt(wall), chance)
  const first = all.filter(({ viewer, trick, request: { method, path } }) => {
    if (method === 'GET' && trick === bare && stories.has(path)) return true
    const marks = [`path ${path}`, `trick ${trick}`, `viewer ${viewer}`]
    const isNew = trick === bare ? !untried.has(marks[0] ?? '') : !untried.has(marks[1] ?? '')
    for (const mark of marks) untried.add(mark)
    return isNew
  })
  const chosen = new Set(first)
  return [...first, ...all.filter((one) => !chosen.has(one))].slice(0, Math.max(most, first.length))
}

/** How many requests are under way at once. */
const atOnce = 8

/** Tries all of it, and looks at every answer. Answers that are the same are looked at once. */
export async function walk(
  { secrets, aviary }: WallStand,
  at: Served,
  attempts: readonly Attempt[],
): Promise<Walked> {
  const leaks: string[] = []
  const failures: string[] = []
  const statuses: Record<number, number> = {}
  const known = new Map<string, Promise<string[]>>()
  const seen = { viewers: new Set<string>(), tricks: new Set<string>(), paths: new Set<string>() }
  const waiting = attempts.values()
  const one = async ({ viewer, trick, request }: Attempt) => {
    const answer = await at.send(request)
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    const said = `${viewer}, ${trick}: ${request.method} ${request.path}`
    if (answer.status >= 500) failures.push(`${said} gives ${answer.status}`)
    const headers = answer.headers.filter(([name]) => name.toLowerCase() !== 'date')
    const key = digestOf(`${JSON.stringify(headers)}${digestOf(answer.body)} ${request.path}`)
    const looking = known.get(key) ?? leaksIn({ ...answer, headers }, secrets, request.path)
    known.set(key, looking)
    for (const leak of await looking) {
      leaks.push(`${said} gives ${leak} (${aviary.placeOf(leak)})`)
    }
    seen.viewers.add(viewer)
    seen.tricks.add(trick)
    seen.paths.add(request.path)
  }
  const work = async () => {
    for (const attempt of waiting) await one(attempt)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { fetches: attempts.length, statuses, leaks, failures, ...seen }
}
