/** `npm run lighthouse -- [--runs 3] [--page front]`: what Lighthouse says of the demo's pages. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { demoPages } from '../screenshots/demo-pages.ts'
import { type Measured, measure, medianOf } from './run.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { runs: text, page: text } })
const runs = Number(values.runs ?? 3)
const wanted = (values.page ?? 'front,story-walled,catalogue-wall').split(',')

await using opened = new AsyncDisposableStack()
const { pages } = opened.use(await demoPages())
const folder = await mkdtemp(join(tmpdir(), 'kiosk-lighthouse-'))
opened.defer(() => rm(folder, { recursive: true, force: true }))

const complaints: string[] = []
console.log(
  '| Page | performance | accessibility | best practices | SEO | largest paint | blocked | shift | transferred | of it script |',
)
console.log(`| --- |${' ---: |'.repeat(9)}`)
for (const name of wanted) {
  const page = pages.find((one) => one.name === name)
  if (page === undefined) throw new Error(`There is no page "${name}" on the demo stand.`)
  const all: Measured[] = []
  while (all.length < runs) all.push(await measure(page.origin + page.path('en'), folder))
  const median = medianOf(all)
  console.log(rowOf(name, median))
  complaints.push(...median.complaints.map((complaint) => `- ${name}: ${complaint}`))
}
console.log(`\nMobile emulation, median of ${runs}, ${process.arch}, Node ${process.version}.`)
if (complaints.length > 0) console.log(`\nWhat cost points:\n${complaints.join('\n')}`)

function rowOf(name: string, one: Measured): string {
  const cells = [
    ...one.scores,
    `${(one.largestPaintMs / 1_000).toFixed(2)} s`,
    `${Math.round(one.blockingMs)} ms`,
    Number(one.shift.toFixed(4)),
    `${(one.transferred / 1_000).toFixed(1)} kB`,
    `${(one.script / 1_000).toFixed(1)} kB`,
  ]
  return `| ${name} | ${cells.join(' | ')} |`
}
