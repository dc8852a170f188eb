import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reader, Reading } from '#ingest'
import { decode } from '../../src/ingest/decode/decode.ts'
import { type Comparison, openComparison } from './compare.ts'
import {
  codesOf,
  compareFeed,
  type ExpectedFeed,
  type ExpectedItem,
  nothing,
} from './expected-feed.ts'
import { type PythonValue, pythonEquations } from './python-equations.ts'
import { readFile } from './read-file.ts'
import type { Report } from './report.ts'

/** feedparser's cases: the equations in each file's first comment, as far as they are plain. */
export async function feedparser(reader: Reader, corpora: string): Promise<Report> {
  const root = join(corpora, 'feeds-feedparser')
  const compare = openComparison()
  for (const file of globSync('tests/**/*.xml', { cwd: root })) {
    const bytes = readFileSync(join(root, file))
    const head = /<!--(.*?)-->/s.exec(decode(bytes, null).text)?.[1] ?? ''
    const contentType = /^\s*Header:\s*Content-type:\s*(.*)$/im.exec(head)?.[1] ?? null
    const from = /^\s*Header:\s*Content-Location:\s*(.*)$/im.exec(head)?.[1]
    const sent = from === undefined ? { contentType } : { contentType, from }
    const reading = await readFile(reader, join(root, file), sent)
    compare.read(codesOf(reading))
    const ours = reading.remarks.find(({ code }) => code.startsWith('read.'))?.code
    compare.must(file, 'reading', 'no fault of ours', ours ?? 'no fault of ours')
    compareHead(compare, file, head, reading)
  }
  return compare.report('feedparser', 0.97)
}

function compareHead(compare: Comparison, file: string, head: string, reading: Reading): void {
  const expectation = /^\s*Expect:\s*(.*)$/m.exec(head)?.[1] ?? ''
  if (/^bozo/.test(expectation) && reading.ok) {
    const isSaid = reading.remarks.some(({ code }) => /not-well-formed|^charset/.test(code))
    compare.must(file, 'bozo', 'said', isSaid ? 'said' : 'not said')
  }
  const expected = feedOf(pythonEquations(expectation))
  if (expected !== null) compareFeed(compare, file, expected, reading)
}

const feedFields: Readonly<Record<string, keyof Omit<ExpectedFeed, 'items'>>> = {
  title: 'title',
  'title_detail.value': 'title',
  link: 'link',
  description: 'description',
  subtitle: 'description',
  tagline: 'description',
  'subtitle_detail.value': 'description',
}

const itemFields: Readonly<Record<string, keyof ExpectedItem>> = {
  title: 'title',
  'title_detail.value': 'title',
  link: 'link',
  description: 'text',
  summary: 'text',
  'content.0.value': 'text',
  published_parsed: 'date',
  updated_parsed: 'date',
}

/** The fields that we have too; null when the equations are about other things only. */
function feedOf(equations: readonly (readonly [string, PythonValue])[]): ExpectedFeed | null {
  const feed = { title: null, link: null, description: null }
  const items: ExpectedItem[] = []
  let isComparable = false
  for (const [path, value] of equations) {
    const [, index, inner = ''] = /^entries\.(\d+)\.(.*)$/.exec(path) ?? []
    const feedField = feedFields[path.replace(/^(?:feed|channel)\./, '')]
    const itemField = itemFields[inner]
    const asText = typeof value === 'string' ? value : dateOf(value)
    if (index === undefined && /^(?:feed|channel)\./.test(path) && feedField !== undefined) {
      Object.assign(feed, { [feedField]: asText })
    } else if (index !== undefined && itemField !== undefined) {
      const at = Number(index)
      while (items.length <= at) items.push(nothing)
      items[at] = { ...nothing, ...items[at], [itemField]: asText }
    } else continue
    isComparable = true
  }
  return isComparable ? { ...feed, items } : null
}

/** A time tuple of Python. */
function dateOf([
  year = 0,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
]: readonly number[]) {
  return String(
    Temporal.PlainDateTime.from({ year, month, day, hour, minute, second })
      .toZonedDateTime('UTC')
      .toInstant(),
  )
}
