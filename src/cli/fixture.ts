import { openProgressBar } from '#ground/progress-bar'
import { fillFixture, indexAlong } from '#jobs'
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
  const bar = openProgressBar()
  const start = performance.now()
  let filled = { stories: 0, before: 0 }
  let indexed = 0
  const rate = () => {
    const fresh = filled.stories - filled.before
    return Math.round((fresh * 1_000) / (performance.now() - start))
  }
  const show = () =>
    bar.show(filled.stories, size.stories, `${rate()} stories/s, ${indexed} indexed`)
  const { desk, editions, search } = stand
  await using opened = new AsyncDisposableStack()
  const beginIndex = async () =>
    opened.use(
      await indexAlong(search, (done) => {
        indexed = done
        show()
      }),
    )
  const isIndexed = (await search.keeper.position()) === (await search.outbox.last())
  let index = isIndexed ? null : await beginIndex()
  for await (const progress of fillFixture({ ...desk, editions }, size)) {
    filled = progress
    show()
    if (filled.stories > filled.before) index ??= await beginIndex()
  }
  await index?.finish()
  bar.clear()
  const { stories, before } = filled
  const there = before === 0 ? '' : ` ${before} were there already.`
  process.stdout.write(
    `${stories - before} stories, and their index, at ${rate()} a second.${there}\n`,
  )
  return 0
}
