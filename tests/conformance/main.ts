/** `npm run conformance -- FOLDER`: reads the corpora in a folder and says where we differ. */
import { existsSync, globSync } from 'node:fs'
import { resolve } from 'node:path'
import { holds, type Miss, type Report, type Run } from './report.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined || !existsSync(folder)) {
  console.error('Name the folder with the corpora: npm run conformance -- ../corpora')
  process.exit(2)
}

const reports: Report[] = []
for (const file of globSync('*.ts', { cwd: import.meta.dirname }).toSorted()) {
  if (file === 'main.ts' || file.endsWith('.test.ts')) continue
  const module: { run?: Run } = await import(`./${file}`)
  if (module.run !== undefined) reports.push(...[await module.run(resolve(folder))].flat())
}

for (const report of reports) printMisses(report)
console.log()
console.table(reports.map(rowOf))
for (const { suite, counts } of reports) {
  if (Object.keys(counts).length > 0) console.log(`${suite}:`, listed(counts))
}
process.exitCode = reports.every(holds) ? 0 : 1

function rowOf(report: Report) {
  const { suite, cases, fields, equal, bar, misses } = report
  return {
    suite,
    cases,
    fields,
    equal,
    share: fields === 0 ? '–' : `${((equal / fields) * 100).toFixed(2)} %`,
    bar: `${bar * 100} %`,
    explained: misses.filter(({ why }) => why !== '').length,
    unexplained: misses.filter(({ why }) => why === '').length,
    holds: holds(report) ? 'yes' : 'NO',
  }
}

/** Misses that share a reason stand under it once. */
function printMisses({ suite, misses }: Report): void {
  for (const [why, same] of Map.groupBy(misses, (miss) => miss.why)) {
    console.log(`\n${suite}: ${why === '' ? 'UNEXPLAINED' : why}`)
    for (const miss of same) console.log(lineOf(miss))
  }
}

function lineOf({ file, field, expected, got }: Miss): string {
  return `  ${file} ${field}\n    expected ${shown(expected)}\n    got      ${shown(got)}`
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 160))
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}
