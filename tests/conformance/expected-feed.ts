import { z } from 'zod'
import type { Reading } from '#ingest'
import { type Comparison, letters } from './compare.ts'
import { textOfBlocks } from './read-file.ts'

/** What another project expects of a feed, in the words that every format shares. */
export interface ExpectedFeed {
  readonly title: string | null
  readonly link: string | null
  readonly description: string | null
  readonly items: readonly ExpectedItem[]
}

export interface ExpectedItem {
  readonly title: string | null
  readonly link: string | null
  readonly date: string | null
  readonly text: string | null
}

export const nothing: ExpectedItem = { title: null, link: null, date: null, text: null }

/** A refusal is an agreement where their parse, too, has nothing that could be shown. */
export function compareFeed(
  compare: Comparison,
  file: string,
  expected: ExpectedFeed,
  reading: Reading,
): void {
  if (!reading.ok) {
    const isEmpty = !letters(expected.title ?? '') && expected.items.every(isBare)
    const code = codesOf(reading)
    const isRight = isEmpty && code === 'refused feed.no-content'
    compare.must(file, 'reading', isRight ? code : 'read', code)
    return
  }
  const { sender, entries } = reading
  compare.text(file, 'feed.title', expected.title, sender.title)
  compare.address(file, 'feed.link', expected.link, sender.home)
  compare.text(file, 'feed.description', expected.description, sender.description)
  for (const [at, item] of expected.items.entries()) {
    const entry = entries[at]
    if (isBare(item) && entry?.ok === false) {
      compare.count(`item refused ${entry.remarks.at(-1)?.code}`)
      continue
    }
    const draft = entry?.ok ? entry.draft : null
    const field = (name: string) => `items.${at}.${name}`
    compare.text(file, field('title'), item.title, draft?.headline ?? null)
    compare.address(file, field('link'), item.link, draft?.home ?? null)
    compare.moment(file, field('date'), item.date, draft?.publishedAt ?? null)
    compare.text(file, field('text'), item.text, draft && textOfBlocks(draft.blocks))
  }
}

const isBare = ({ title, text }: ExpectedItem): boolean => !letters(`${title ?? ''}${text ?? ''}`)

export const codesOf = (reading: Reading): string =>
  reading.ok ? 'read' : `refused ${reading.remarks.at(-1)?.code}`

/** A text as some models have it: a string, or an object around one. */
export const said = z
  .union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])
  .nullish()
  .catch(null)
  .transform((text) => text || null)
