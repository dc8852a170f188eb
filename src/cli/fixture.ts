import { openProgressBar } from '#ground/progress-bar'
import { fillFixture } from '#jobs'
import { type Call, UsageError } from './call.ts'
import { wholeNumberIn } from './number.ts'

/** The last day of every invented stand, so that the same call makes the same stand for ever. */
const until = Temporal.PlainDate.from('2026-10-31')

/** `kiosk fixture --publications 9000 --stories 1000000 --seed 1` */
export async function fixture({ words, options, stand }: Call): Promise<number> {
  if (words.length > 0) {
    throw new UsageError('Say how large: kiosk fixture --publications 9000 --stories 1000000')
  }
  const size = {
    publications: wholeNumberIn('--publications', options.publications, 9_000),
    stories: wholeNumberIn('--stories', options.stories, 1_000_000),
    seed: wholeNumberIn('--seed', options.seed, 1),
    until,
  }
  if (size.publications === 0 || size.stories === 0) throw new UsageError('A stand of nothing')
  const { desk, editions } = stand
  const bar = openProgressBar()
  const start = performance.now()
  let last = { stories: 0, before: 0 }
  for await (const progress of fillFixture({ ...desk, editions }, size)) {
    last = progress
    bar.show(progress.stories, size.stories, `${rate(progress, start)} stories/s`)
  }
  bar.clear()
  const fresh = last.stories - last.before
  const before = last.before === 0 ? '' : ` ${last.before} were there already.`
  process.stdout.write(`${fresh} stories at ${rate(last, start)} a second.${before}\n`)
  return 0
}

function rate({ stories, before }: { stories: number; before: number }, start: number): number {
  return Math.round(((stories - before) * 1_000) / (performance.now() - start))
}
