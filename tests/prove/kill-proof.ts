import { join } from 'node:path'
import type { Chance } from '#ground/chance'
import { type Found, inspect, type Promised } from './inspect.ts'
import { type ImportRun, type Moment, runImport } from './killed-import.ts'
import type { Manuscript, Paper } from './manuscript.ts'
import type { Sabotage } from './sabotage.ts'
import { stampsIn } from './stamps.ts'

/** `early` counts a story as acknowledged before its import has begun. */
export type Damage = Sabotage | 'early' | null

const shown = 20

/** Remembers what was acknowledged and what was found, from run to run. */
export function openKillProof(
  root: string,
  manuscript: Manuscript,
  { damage, chance }: { readonly damage: Damage; readonly chance: Chance },
) {
  const data = join(root, 'data')
  const promised = new Map<string, Promised>()
  const sound = new Set<string>()
  const hits: Record<ImportRun['hit'], number> = { early: 0, answering: 0, ended: 0 }
  const totals = { runs: 0, acknowledged: 0, lost: 0, half: 0, recovered: 0 }
  const sabotaged = { looks: 0, noticed: 0 }
  const problems: string[] = []
  let last: Found | null = null
  const unfinished = new Set<Paper>(manuscript.papers)
  const usual = { began: 0, published: 0 }

  const remember = ({ acknowledged }: ImportRun) => {
    totals.acknowledged += acknowledged.length
    for (const { headline, story } of acknowledged) {
      const { publication, edition, story: slug } = story
      const address = `${publication}/${edition}/${slug}`
      for (const { key, stamp } of stampsIn(headline)) promised.set(key, { stamp, address })
    }
  }
  const promiseEarly = ({ editions }: Paper) => {
    for (const [key, stamp] of editions.flatMap(({ versions }) => [...(versions.at(-1) ?? [])])) {
      promised.set(key, { stamp, address: null })
    }
  }
  const check = async (whole: boolean) => {
    const sabotage = typeof damage === 'function' && !whole ? damage : null
    const { papers } = manuscript
    const found = await inspect({ data, papers, promised, whole, sound, sabotage })
    if (found === null) return
    last = found
    totals.lost += found.lost
    totals.half += found.half
    if (damage === null || whole) problems.push(...found.problems)
    if (found.commitsToRecover > 0) totals.recovered += 1
    if (whole || damage === null) return
    sabotaged.looks += 1
    if (found.problems.length > 0) sabotaged.noticed += 1
  }

  const wholeRun = async (paper: Paper) => {
    const run = await runImport(data, paper.folder, null)
    remember(run)
    totals.runs += 1
    // The machine may be slower or faster by now, so the newest counts most.
    usual.began = newer(usual.began, run.beganAfter)
    usual.published = newer(usual.published, run.publishedIn)
    if (run.exitCode !== 0) problems.push(`a whole import ended with ${run.exitCode}: ${run.said}`)
  }

  return {
    manuscript,
    /** Imports what was written since the last import that came to its end. */
    async finish() {
      for (const paper of unfinished) await wholeRun(paper)
      unfinished.clear()
    },
    async killedRun(paper: Paper) {
      unfinished.add(paper)
      if (damage === 'early') promiseEarly(paper)
      const run = await runImport(data, paper.folder, momentIn(usual, chance))
      remember(run)
      hits[run.hit] += 1
      if (run.exitCode !== null && run.exitCode !== 0) {
        problems.push(`an import that was not killed ended with ${run.exitCode}: ${run.said}`)
      }
      await check(false)
    },
    /** After every paper was imported to the end. */
    allIsThere: () => check(true),
    conclude(): boolean {
      const { lost, half, recovered, runs, acknowledged } = totals
      const kills = hits.early + hits.answering
      const lines = [
        `imports killed: ${kills} (${hits.early} before their first answer, ${hits.answering} while answering); killed too late: ${hits.ended}; let to end: ${runs}`,
        `kills that left commits in the log, to be recovered: ${recovered}`,
        `acknowledgements checked: ${acknowledged}; stories at the end: ${last?.stories}, pictures: ${last?.pictures}`,
        `lost: ${lost}, half editions: ${half}, other findings: ${problems.length}`,
        ...problems.slice(0, shown).map((problem) => `  ${problem}`),
      ]
      if (damage !== null)
        lines.push(`damaged on purpose: ${sabotaged.looks}, noticed: ${sabotaged.noticed}`)
      process.stdout.write(`${lines.join('\n')}\n`)
      return damage === null ? problems.length === 0 && kills > 0 : sabotaged.noticed > 0
    },
  }
}

const newer = (before: number, now: number) => {
  if (Number.isNaN(now)) return before
  return before === 0 ? now : (before + now) / 2
}

/**
 * A third of the kills come at any moment from the start to a little after the usual end. The
 * others come while it publishes, when there is something to lose.
 */
function momentIn(usual: { began: number; published: number }, chance: Chance): Moment {
  if (chance.share() < 1 / 3) {
    const milliseconds = chance.share() * 1.1 * (usual.began + usual.published)
    return { after: 'start', milliseconds }
  }
  return { after: 'beginning', milliseconds: chance.share() * 1.1 * usual.published }
}
