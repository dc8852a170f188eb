import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readNinjs } from '../../src/ingest/formats/ninjs/read-ninjs.ts'
import type { Miss, Run } from './report.ts'

/** Whether each file of the standard's own suite is sound or not, as the suite says. */
export const run: Run = async (corpora) => {
  const folder = join(corpora, 'iptc-ninjs', 'validation', 'test_suite')
  if (!existsSync(folder)) return []
  const files = globSync('*/should_{pass,fail}/*', { cwd: folder }).toSorted()
  const misses: Miss[] = []
  const counts: Record<string, number> = {}
  for (const file of files) {
    const [version = '', verdict = ''] = file.split('/')
    const expected = verdict === 'should_pass' ? 'sound' : 'not sound'
    const codes = codesOf(withVersion(readFileSync(join(folder, file), 'utf8'), version))
    for (const code of new Set(codes)) counts[code] = (counts[code] ?? 0) + 1
    const got = codes.includes('ninjs.invalid') ? 'not sound' : 'sound'
    if (got !== expected) misses.push({ file, field: 'verdict', expected, got, why: '' })
  }
  const equal = files.length - misses.length
  return {
    suite: 'ninjs',
    cases: files.length,
    fields: files.length,
    equal,
    bar: 1,
    misses,
    counts,
  }
}

/** Most files do not say of which version they are: their folder does. */
function withVersion(text: string, version: string): string {
  if (!/^\d\.\d$/.test(version) || !/^\s*\{/.test(text) || /"\$?standard"\s*:/.test(text))
    return text
  const name = version.startsWith('1') ? '$standard' : 'standard'
  const said = `"${name}": {"name": "ninjs", "version": "${version}"}`
  return text.replace(/\{(\s*)(\}?)/, (_, space, end) => `{${said}${end ? '' : ','}${space}${end}`)
}

function codesOf(text: string): string[] {
  const reading = readNinjs({
    bytes: new Uint8Array(),
    from: 'https://wire.example/item',
    contentType: 'application/json',
    at: Temporal.Now.instant(),
    timeZone: 'UTC',
    text,
    remarks: [],
  })
  const remarks = reading.ok ? reading.entries.flatMap((entry) => entry.remarks) : reading.remarks
  return remarks.map(({ code }) => code)
}
