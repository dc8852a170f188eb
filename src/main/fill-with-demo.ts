import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '#desk'
import { openProgressBar } from '#ground/progress-bar'
import { CardError, DemoError, demoPublications, demoSize, loadDemo } from '#jobs'
import type { Stand } from '../assemble.ts'

/** Written when all of the demo is on the stand: what is withdrawn after that stays so. */
const markIn = (folder: string) => join(folder, 'demo-loaded')

/** Whether the demo is still to be loaded: once, on a stand without a publication of its own. */
export async function wantsDemo(
  { publications }: Pick<Stand, 'publications'>,
  folder: string,
  from?: string,
): Promise<boolean> {
  if (existsSync(markIn(folder))) return false
  const demo = new Set(await demoPublications(from))
  const there = await publications.onStand()
  return demo.size > 0 && there.every(({ slug }) => demo.has(slug))
}

export interface Filling {
  readonly folder: string
  readonly signal: AbortSignal
  /** Called when something is on the stand, or nothing more will come. */
  readonly onFirst: () => void
  readonly report: (error: unknown, where: string) => void
  /** Says a line to the operator. */
  readonly tell: (line: string) => void
  /** Another demo than the one that comes with the program. */
  readonly from?: string | undefined
}

/** Loads the demo, or its rest when an earlier start was ended in the middle of it. */
export async function fillWithDemo(
  {
    desk,
    stories,
    publications,
    collections,
  }: Pick<Stand, 'desk' | 'stories' | 'publications' | 'collections'>,
  { folder, signal, onFirst, report, tell, from }: Filling,
): Promise<void> {
  const began = performance.now()
  tell('Setting up the demo stand (once) …')
  const bar = openProgressBar()
  try {
    const all = await demoSize(from)
    let done = 0
    for await (const step of loadDemo({ ...desk, stories, collections }, from)) {
      if (signal.aborted) return
      if (step.kind !== 'answer') continue
      if (isRefused(step.answer)) report(step.answer, 'demo')
      else onFirst()
      done += 1
      bar.show(done, all, 'stories')
    }
  } catch (error) {
    if (!(error instanceof DemoError) && !(error instanceof CardError)) throw error
    report(error, 'demo')
    return
  } finally {
    bar.clear()
    onFirst()
  }
  writeFileSync(markIn(folder), '')
  const { publications: papers, stories: pieces } = await publications.count()
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  const what = `${papers} publications with ${pieces} stories`
  tell(`The demo is on the stand: ${what}, in ${seconds} seconds.`)
}

/** What an earlier start has withdrawn is no fault of the demo. */
function isRefused({ status, code }: Answer): boolean {
  return (status === 'refused' || status === 'quarantined') && code !== 'story.kept-off'
}
