import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Reader } from '#ingest'
import { type Comparison, openComparison } from './compare.ts'
import {
  codesOf,
  compareFeed,
  type ExpectedFeed,
  type ExpectedItem,
  said,
} from './expected-feed.ts'
import { readFile } from './read-file.ts'
import type { Report } from './report.ts'

/** gofeed's expected parses: its unified model and those of single formats. */
export async function gofeed(reader: Reader, corpora: string): Promise<Report> {
  const root = join(corpora, 'feeds-gofeed')
  const compare = openComparison()
  for (const file of globSync('testdata/{parser,translator,extensions}/**/*.{xml,json}', {
    cwd: root,
  })) {
    if (isExpectation(root, file)) continue
    const reading = await readFile(reader, join(root, file))
    compare.read(codesOf(reading))
    mustEnd(compare, file, codesOf(reading))
    const answer = answerOf(root, file)
    if (answer !== null) compareFeed(compare, file, answer, reading)
  }
  return compare.report('gofeed', 0.97)
}

function isExpectation(root: string, file: string): boolean {
  return (
    file.endsWith('_expected.json') ||
    (existsSync(join(root, file.replace(/json$/, 'xml'))) && file.endsWith('.json'))
  )
}

function mustEnd(compare: Comparison, file: string, code: string): void {
  if (file.includes('json/invalid'))
    compare.must(file, 'refused', 'yes', code === 'read' ? 'no' : 'yes')
  if (file.includes('/universal/') && !file.includes('empty')) {
    compare.must(file, 'reading', 'read', code)
  }
}

const links = z
  .array(
    z.union([
      z.string(),
      z.looseObject({ href: z.string().optional(), rel: z.string().optional() }),
    ]),
  )
  .nullish()
type Links = z.infer<typeof links>

const item = z.looseObject({
  title: said,
  link: said,
  url: said,
  links,
  publishedParsed: said,
  updatedParsed: said,
  pubDateParsed: said,
  date_published: said,
  content: said,
  content_html: said,
  content_text: said,
  description: said,
  summary: said,
})

const feed = z.looseObject({
  title: said,
  link: said,
  home_page_url: said,
  links,
  description: said,
  subtitle: said,
  items: z.array(item).nullish(),
  entries: z.array(item).nullish(),
})

function answerOf(root: string, file: string): ExpectedFeed | null {
  const answer = join(
    root,
    file.endsWith('.xml')
      ? file.replace(/xml$/, 'json')
      : file.replace(/\.json$/, '_expected.json'),
  )
  if (!existsSync(answer)) return null
  const model = feed.parse(JSON.parse(readFileSync(answer, 'utf8')))
  return {
    title: model.title,
    link: model.link ?? model.home_page_url ?? pageIn(model.links),
    description: model.description ?? model.subtitle,
    items: (model.items ?? model.entries ?? []).map(itemOf),
  }
}

function itemOf(model: z.infer<typeof item>): ExpectedItem {
  return {
    title: model.title,
    link: model.link ?? model.url ?? pageIn(model.links),
    date:
      model.publishedParsed ?? model.pubDateParsed ?? model.date_published ?? model.updatedParsed,
    text:
      model.content ??
      model.content_html ??
      model.content_text ??
      model.description ??
      model.summary,
  }
}

function pageIn(list: Links): string | null {
  const pages = (list ?? []).map((link) => (typeof link === 'string' ? { href: link } : link))
  return (
    pages.find(({ rel }) => rel === undefined || rel === '' || rel === 'alternate')?.href ?? null
  )
}
