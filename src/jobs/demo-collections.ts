import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type Collection, type StoryReader, topicNamed } from '#catalogue'
import { type CollectionDesk, withWords } from '#desk'
import type { Clock } from '#ground/clock'
import { newId } from '#ground/ids'
import { slugOf } from '#ground/slug'
import { DemoError } from './demo-error.ts'

export interface DemoCollectionNeeds {
  readonly collections: CollectionDesk
  readonly stories: StoryReader
  readonly clock: Clock
}

const place = { publication: z.string(), edition: z.string(), story: z.string() }

const listed = z.array(
  z.strictObject({
    title: z.string(),
    introduction: z.string(),
    language: z.string(),
    everywhere: z.boolean(),
    editor: z.string(),
    topic: z.string(),
    stories: z.array(z.strictObject({ ...place, reason: z.string() })),
  }),
)

type Listed = z.infer<typeof listed>[number]

/**
 * Puts together the collections of the demo's `collections.json`, which run from then on; nothing
 * when there is no such file. One whose name is there already is left as it is.
 * @throws DemoError naming what is wrong with the list, or a story that it names
 */
export async function collectDemo(needs: DemoCollectionNeeds, demo: string): Promise<void> {
  const file = join(demo, 'collections.json')
  const known = new Set((await needs.collections.all()).map(({ slug }) => slug))
  // What began last comes first: the last of the list begins it.
  for (const one of (await listIn(file)).toReversed()) {
    if (known.has(slugOf(one.title))) continue
    await needs.collections.add(await collectionFrom(needs, one, file))
  }
}

async function collectionFrom(
  { stories, clock }: DemoCollectionNeeds,
  one: Listed,
  file: string,
): Promise<Collection> {
  const at = clock()
  const chosen = await Promise.all(
    one.stories.map(async ({ reason, ...address }) => {
      const story = await stories.byAddress(address)
      if (story === null || story === 'withdrawn') {
        const { publication, edition, story: slug } = address
        throw new DemoError(`${file} names ${publication}/${edition}/${slug}, which is no story.`)
      }
      return { storyId: story.id, reason }
    }),
  )
  const { title, introduction, language, everywhere, editor } = one
  const said = { title, introduction, language, everywhere, editor, topic: topicNamed(one.topic) }
  const unsaid = { id: newId(), slug: slugOf(title), revision: 1, changedAt: at, ends: null }
  const draft: Collection = { ...unsaid, ...said, starts: null, chosen: [] }
  const made = withWords(draft, { ...said, starts: at, ends: null, chosen }, at)
  if (made.ok) return made.value
  const faults = made.reason.map(({ at: where, why }) => `${where}: ${why}`).join(', ')
  throw new DemoError(`${file}: "${title}" cannot be kept (${faults}).`)
}

async function listIn(file: string): Promise<readonly Listed[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]')
  try {
    return listed.parse(JSON.parse(text))
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new DemoError(`${file} is not a list of collections:\n${why}`)
  }
}
