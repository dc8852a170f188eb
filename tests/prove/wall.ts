import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chanceFrom } from '#ground/chance'
import { circumstances } from '../../bench/machine.ts'
import { asked } from '../wall/asked.ts'
import { breaches } from '../wall/breaches.ts'
import { everyAttempt, someAttempts, viewersOf, type Walked, walk } from '../wall/walk.ts'
import { openWallStand, type WallStand } from '../wall/wall-stand.ts'

const options = {
  /** At most so many, but every viewer, trick and address once; without it all there are. */
  fetches: { type: 'string' },
  seed: { type: 'string', default: '1' },
  /** Makes a hole in the wall first, which has to be noticed. */
  sabotage: { type: 'string' },
} as const

/**
 * Everybody to whom the rest is not open asks for every address in every way we know of, on a stand
 * where every answer is made anew, and then on one that keeps its pages while a subscriber reads.
 * @returns whether no answer held anything of the rest
 */
export async function wall(words: string[]): Promise<boolean> {
  const { values } = parseArgs({ args: words, options })
  const { fetches, seed, sabotage } = values
  if (sabotage !== undefined) return isNoticed(sabotage, fetches ?? '1', seed)
  process.stdout.write(`wall, seed ${seed}: ${circumstances()}\n`)
  await using stand = await openWallStand()
  const most = fetches === undefined ? Number.POSITIVE_INFINITY : Number(fetches)
  const attempts = someAttempts(stand, most, chanceFrom(Number(seed)))
  const routes = Object.keys(asked).length
  const walled = [
    { name: 'every answer made anew', walked: await walk(stand, stand.fresh, attempts) },
    { name: 'pages kept', walked: await walkKept(stand, attempts) },
  ]
  const { size } = new Set(everyAttempt(stand).map(({ trick }) => trick))
  process.stdout.write(
    `${routes} addresses registered and asked, ${Object.keys(viewersOf(stand)).length} viewers, ${size} ways of asking\n`,
  )
  for (const { name, walked } of walled) tell(name, walked)
  return walled.every(({ walked }) => walked.leaks.length + walked.failures.length === 0)
}

/** Every page is asked for by a subscriber just before. */
async function walkKept(stand: WallStand, attempts: Parameters<typeof walk>[2]): Promise<Walked> {
  const paths = new Set(attempts.map(({ request }) => request.path))
  const headers = stand.subscriber
  for (const path of paths) await stand.keeping.send({ method: 'GET', path, headers })
  return walk(stand, stand.keeping, attempts)
}

function tell(
  name: string,
  { fetches, viewers, tricks, paths, statuses, leaks, failures }: Walked,
): void {
  const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`)
  const lines = [
    `${name}: ${fetches.toLocaleString('en')} fetches of ${paths.size.toLocaleString('en')} paths by ${viewers.size} viewers in ${tricks.size} ways; ${leaks.length} leaks, ${failures.length} failures`,
    `  ${answers.join(', ')}`,
    ...[...leaks, ...failures].slice(0, 20).map((leak) => `  ${leak}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** The same in a program of which one line is changed: it has to end with 1, and leaks. */
async function isNoticed(name: string, fetches: string, seed: string): Promise<boolean> {
  if (!(name in breaches)) {
    throw new Error(`There is no sabotage "${name}": ${Object.keys(breaches).join(', ')}`)
  }
  const hole = fileURLToPath(new URL('../wall/make-breach.ts', import.meta.url))
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--import', hole, main, 'wall', '--fetches', fetches, '--seed', seed],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, KIOSK_WALL_BREACH: name } },
  )
  let said = ''
  for await (const chunk of child.stdout) said += chunk
  const ended = child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)))
  const leaks = [...said.matchAll(/; (\d+) leaks/g)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  )
  process.stdout.write(`sabotage "${name}": ${leaks} leaks noticed\n`)
  return ended === 1 && leaks > 0
}
