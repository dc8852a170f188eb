import type { Kysely } from 'kysely'
import type { StoryAddress } from '#catalogue'
import type { Known, Printed, ReadyStory, Sheet } from '#desk'
import { newId } from '#ground/ids'
import { freeSlug, slugOf } from '#ground/slug'
import { forgetBylines, keepBylines } from './bylines.ts'
import { keepTexts } from './keep-texts.ts'
import { knownStories } from './known.ts'
import { note } from './outbox.ts'
import { type StoryPlace, storyColumns } from './story-rows.ts'
import type { EditionTable, Tables } from './tables.ts'

/** Rows a statement: 31 columns each stay well below the engines' limits of bound values. */
const rowsAtOnce = 500

/** Everything of a sheet in the transaction it is given: all of it is printed, or nothing. */
export async function printSheet(turn: Kysely<Tables>, sheet: Sheet): Promise<Printed[]> {
  const { publication, stories } = sheet
  const keys = stories.map((story) => story.key)
  const known = await knownStories(turn, publication.id, keys)

  const fresh: ReadyStory[] = []
  const printed: Printed[] = []
  const touched: string[] = []
  for (const story of stories) {
    const before = known.get(story.key)
    if (isOvertaken(story, before, sheet)) continue
    if (before === undefined || before.story === null) fresh.push(story)
    else {
      const { id, address, withdrawnBy } = before.story
      const same =
        story.note === '' &&
        before.digest === story.digest &&
        before.held === null &&
        withdrawnBy === null
      const effect = withdrawnBy === 'desk' ? 'kept-off' : same ? 'unchanged' : 'changed'
      if (effect === 'changed') {
        await revise(turn, sheet, story, id)
        touched.push(id)
      }
      printed.push({ key: story.key, effect, address })
    }
  }
  const added = await addStories(turn, sheet, fresh)
  printed.push(...added.map(({ key, address }) => ({ key, effect: 'new' as const, address })))
  touched.push(...added.map(({ id }) => id))
  if (touched.length > 0) {
    await note(turn, sheet.at, { kind: 'printed', publication: publication.slug, stories: touched })
  }
  return printed
}

/** Its pictures took their time: meanwhile its sender may have sent, held or cancelled more. */
function isOvertaken(
  { digest, version }: ReadyStory,
  before: Known | undefined,
  { released, at }: Sheet,
): boolean {
  if (before?.version && version && Temporal.Instant.compare(version, before.version) < 0)
    return true
  if (!released) return false
  const until = before?.held?.until
  return !until || before.digest !== digest || Temporal.Instant.compare(until, at) > 0
}

interface Added {
  readonly id: string
  readonly key: string
  readonly address: StoryAddress
}

async function addStories(
  turn: Kysely<Tables>,
  sheet: Sheet,
  stories: readonly ReadyStory[],
): Promise<Added[]> {
  if (stories.length === 0) return []
  const { publication } = sheet
  const edition = await editionFor(turn, sheet)
  const inside = await turn
    .selectFrom('story')
    .select(['slug', 'position'])
    .where('edition_id', '=', edition.id)
    .execute()
  const slugs = new Set(inside.map((row) => row.slug))
  // What comes later in the day goes on top, in the order in which it came.
  const unplaced = stories.filter((story) => story.position === null).length
  const top = inside.reduce((least, row) => Math.min(least, row.position), unplaced + 1)
  let next = top - unplaced

  const placed = stories.map((story) => {
    const slug = freeSlug(slugOf(story.headline) || 'story', (name) => slugs.has(name))
    slugs.add(slug)
    const position = story.position ?? next++
    const place: StoryPlace = { id: newId(), publicationId: publication.id, editionId: edition.id }
    return { story, place, slug, position }
  })
  for (let from = 0; from < placed.length; from += rowsAtOnce) {
    const some = placed.slice(from, from + rowsAtOnce)
    await turn
      .insertInto('story')
      .values(
        some.map(({ story, place, slug, position }) => ({
          ...storyColumns(story),
          id: place.id,
          publication_id: place.publicationId,
          edition_id: place.editionId,
          slug,
          position,
          revision: 1,
          changed_at: story.publishedAt.epochMilliseconds,
        })),
      )
      .execute()
    await keepTexts(
      turn,
      some.map(({ story, place }) => ({ story, id: place.id, revision: 1 })),
      sheet,
    )
    await keepBylines(
      turn,
      some.map(({ story: { bylines, publishedAt }, place: { id } }) => ({
        ...{ id, bylines, publishedAt: publishedAt.epochMilliseconds },
      })),
    )
  }
  return placed.map(({ story, place, slug }) => ({
    id: place.id,
    key: story.key,
    address: { publication: publication.slug, edition: edition.slug, story: slug },
  }))
}

/** A new revision in the place of the old one; the old one's words are kept. */
async function revise(
  turn: Kysely<Tables>,
  sheet: Sheet,
  story: ReadyStory,
  id: string,
): Promise<void> {
  const { revision, published_at: publishedAt } = await turn
    .selectFrom('story')
    .select(['revision', 'published_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  // The date it first came out is its own; a change does not make it new.
  const { published_at: _, ...columns } = storyColumns(story)
  await turn
    .updateTable('story')
    .set({
      ...columns,
      revision: revision + 1,
      changed_at: sheet.at.epochMilliseconds,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .$if(story.position !== null, (query) => query.set({ position: story.position ?? 0 }))
    .where('id', '=', id)
    .execute()
  await turn.deleteFrom('picture_use').where('story_id', '=', id).execute()
  await keepTexts(turn, [{ story, id, revision: revision + 1 }], sheet)
  await forgetBylines(turn, id)
  await keepBylines(turn, [{ id, bylines: story.bylines, publishedAt: Number(publishedAt) }])
}

async function editionFor(
  turn: Kysely<Tables>,
  { publication, date, editionName, at }: Sheet,
): Promise<Pick<EditionTable, 'id' | 'slug'>> {
  const named = slugOf(editionName)
  const slug = named === '' ? date.toString() : `${date}-${named}`
  const known = await turn
    .selectFrom('edition')
    .select(['id', 'slug'])
    .where('publication_id', '=', publication.id)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (known) return known
  const edition = {
    id: newId(),
    publication_id: publication.id,
    date: date.toString(),
    slug,
    name: editionName,
    published_at: at.epochMilliseconds,
    cover: null,
    cover_digest: null,
  }
  await turn.insertInto('edition').values(edition).execute()
  return edition
}
