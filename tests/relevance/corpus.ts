import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { SearchDocument } from '#search'

const story = z.object({
  id: z.string(),
  lang: z.string(),
  headline: z.string(),
  date: z.string().nullish(),
  body: z.array(z.string()),
})

/** Where a story without a date is put: a corpus may leave dates out. */
const someDay = Temporal.PlainDate.from('2012-06-15')
/** Paragraphs that everyone may see; the others are behind a wall. */
const leadParagraphs = 3

/** The stories of a folder laid out as LANGUAGE/NAME.json, each {id, lang, headline, date, body}. */
export async function corpusIn(folder: string): Promise<SearchDocument[]> {
  const files = globSync('*/*.json', { cwd: folder }).toSorted()
  return Promise.all(files.map((file, at) => documentFrom(join(folder, file), at)))
}

async function documentFrom(file: string, at: number): Promise<SearchDocument> {
  const { id, lang, headline, date, body } = story.parse(JSON.parse(await readFile(file, 'utf8')))
  const day = date == null ? someDay : Temporal.PlainDate.from(date)
  const publishedAt = day.toZonedDateTime('UTC').toInstant().add({ minutes: at })
  return {
    storyId: id || basename(file, '.json'),
    publicationId: `news-${lang}`,
    publicationTitle: 'News',
    kind: 'newspaper',
    language: lang,
    topic: null,
    door: 'plan',
    section: '',
    bylines: [],
    headline,
    standfirst: '',
    lead: body.slice(0, leadParagraphs).join('\n'),
    rest: body.slice(leadParagraphs).join('\n'),
    minutes: 3,
    date: day,
    publishedAt,
  }
}
