import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMarkdown } from '../../src/ingest/formats/markdown/read-markdown.ts'
import type { Miss, Run } from './report.ts'

/** Title, day and first author of each file, against a plain look at the lines of its head. */
export const run: Run = async (corpora) => {
  const folder = join(corpora, 'markdown-folders')
  if (!existsSync(folder)) return []
  const files = globSync('**/*.md', { cwd: folder }).toSorted()
  const misses: Miss[] = []
  const counts: Record<string, number> = {}
  let fields = 0
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8')
    const got = readAs(text, join(folder, file), counts)
    for (const [field, expected] of Object.entries(headOf(text))) {
      if (expected === '') continue
      fields += 1
      const ours = got[field] ?? ''
      if (ours !== expected) misses.push({ file, field, expected, got: ours, why: '' })
    }
  }
  const equal = fields - misses.length
  return { suite: 'markdown', cases: files.length, fields, equal, bar: 1, misses, counts }
}

function readAs(text: string, from: string, counts: Record<string, number>) {
  const reading = readMarkdown({
    bytes: new Uint8Array(),
    from,
    contentType: null,
    at: Temporal.Now.instant(),
    timeZone: 'UTC',
    text,
    remarks: [],
  })
  const [entry] = reading.ok ? reading.entries : []
  for (const { code } of entry?.remarks ?? []) counts[code] = (counts[code] ?? 0) + 1
  const got: Record<string, string> = {}
  if (entry?.ok !== true) return got
  const { headline, publishedAt, bylines } = entry.draft
  return { title: headline, date: String(publishedAt), author: bylines[0] ?? '' }
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&reg;': '®' }

const character = (name: string) =>
  entities[name] ?? String.fromCodePoint(Number(name.replace(/\D/g, '')))

/** The head read without YAML: one line a value, the next lines where a value is folded. */
function headOf(text: string): { title: string; date: string; author: string } {
  const lines = text.split('\n').slice(0, 40)
  const at = (pattern: RegExp) => lines.findIndex((line) => pattern.test(line))
  const value = (pattern: RegExp) => {
    const index = at(pattern)
    const inLine = (lines[index] ?? '').replace(pattern, '').trim()
    if (!/^(?:[>|][+-]?)?$/.test(inLine) || index === -1) return unquoted(inLine)
    const more = lines.slice(index + 1)
    const end = more.findIndex((line) => !/^\s+\S/.test(line))
    const folded = more.slice(0, end).map((line) => line.trim().replace(/^- /, ''))
    return inLine === '' && more[0]?.trim().startsWith('- ')
      ? unquoted(folded[0] ?? '')
      : folded.join(' ')
  }
  const plain = (words: string) =>
    words.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/&(?:#\d+|\w+);/g, character)
  return {
    title: plain(value(/^title:/i)),
    date: instantOf(value(/^date:/i)),
    author: plain(value(/^authors?:/i)),
  }
}

function unquoted(text: string): string {
  if (/^'.*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'")
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('\\"', '"') : text
}

function instantOf(date: string): string {
  const [, day, time = '00:00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d))?\s*([+-]\d{4}|Z)?$/.exec(date) ?? []
  return day === undefined ? '' : String(Temporal.Instant.from(`${day}T${time}${zone}`))
}
