import { openProgressBar } from '#ground/progress-bar'
import { buildIndex } from '#jobs'
import { type Call, UsageError } from './call.ts'

/** `kiosk reindex` */
export async function reindex({ words, stand }: Call): Promise<number> {
  if (words.length > 0) throw new UsageError('kiosk reindex takes no words')
  const bar = openProgressBar()
  const start = performance.now()
  let stories = 0
  const rate = () => Math.round((stories * 1_000) / (performance.now() - start))
  await buildIndex(stand.search, {
    signal: new AbortController().signal,
    onPortion(done, of) {
      stories = done
      bar.show(done, of, `${rate()} stories/s`)
    },
  })
  bar.clear()
  process.stdout.write(`${stories} stories indexed, ${rate()} a second.\n`)
  return 0
}
