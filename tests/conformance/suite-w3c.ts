import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Reader } from '#ingest'
import { openComparison } from './compare.ts'
import { codesOf } from './expected-feed.ts'
import { readFile } from './read-file.ts'
import type { Report } from './report.ts'

/** Feeds that are wrong in one point each: all are read, or refused with a reason that is not ours. */
export async function w3c(reader: Reader, corpora: string): Promise<Report> {
  const root = join(corpora, 'feeds-w3c-feedvalidator')
  const compare = openComparison()
  for (const file of globSync('**/*.{xml,rss,atom,json}', { cwd: root })) {
    const reading = await readFile(reader, join(root, file))
    const answer = codesOf(reading)
    compare.read(answer)
    const entries = reading.ok ? reading.entries : []
    const codes = [reading, ...entries].flatMap(({ remarks }) => remarks.map(({ code }) => code))
    for (const code of new Set(codes)) compare.count(`with ${code}`)
    const ours = codes.find((code) => /^read\.|^item\.failed$/.test(code))
    compare.must(file, 'reading', 'no fault of ours', ours ?? 'no fault of ours')
  }
  return compare.report('w3c feedvalidator', 1)
}
