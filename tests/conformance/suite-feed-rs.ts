import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Reader } from '#ingest'
import { openComparison } from './compare.ts'
import { codesOf, compareFeed, type ExpectedFeed } from './expected-feed.ts'
import { readFile } from './read-file.ts'
import type { Report } from './report.ts'

const text = z
  .looseObject({ content: z.string().nullish(), body: z.string().nullish() })
  .nullish()
  .transform((found) => found?.content || found?.body || null)
const links = z.array(z.looseObject({ href: z.string(), rel: z.string().nullish() }))
const entry = z.looseObject({
  title: text,
  links,
  published: z.string().nullish(),
  updated: z.string().nullish(),
  summary: text,
  content: text,
})
const feed = z.looseObject({ title: text, links, description: text, entries: z.array(entry) })

/** Feeds of real sites with feed-rs' expected parse. */
export async function feedRs(reader: Reader, corpora: string): Promise<Report> {
  const root = join(corpora, 'feeds-real-feed-rs')
  const compare = openComparison()
  for (const file of globSync('*/*.{xml,json}', { cwd: root })) {
    if (file.endsWith('.serde.json')) continue
    const reading = await readFile(reader, join(root, file))
    compare.read(codesOf(reading))
    const answer = join(root, file.replace(/\.(?:xml|json)$/, '.serde.json'))
    if (/xml_sample_/.test(file)) {
      compare.must(file, 'reading', 'refused feed.unrecognised', codesOf(reading))
    }
    if (existsSync(answer)) compareFeed(compare, file, expectationIn(answer), reading)
  }
  return compare.report('feed-rs', 0.97)
}

function expectationIn(answer: string): ExpectedFeed {
  const model = feed.parse(JSON.parse(readFileSync(answer, 'utf8')))
  return {
    title: model.title,
    link: pageIn(model.links),
    description: model.description,
    items: model.entries.map(({ title, links, published, updated, summary, content }) => ({
      title,
      link: pageIn(links),
      date: published ?? updated ?? null,
      text: content ?? summary,
    })),
  }
}

function pageIn(list: z.infer<typeof links>): string | null {
  const pages = list.filter(({ rel }) => !rel || rel === 'alternate')
  return pages[0]?.href ?? null
}
