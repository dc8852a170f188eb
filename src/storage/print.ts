import type { Kysely } from 'kysely'
import type { Known, Printed, ReadyStory, Sheet } from '#desk'
import { forgetBylines, keepBylines } from './bylines.ts'
import { forgetWaiting, keepTexts } from './keep-texts.ts'
import { knownStories } from './known.ts'
import { type Moved, recount } from './on-stand.ts'
import { note } from './outbox.ts'
import { insertStories, newEdition, type Placed, placesIn, rowsAtOnce } from './place-stories.ts'
import { storyColumns } from './story-rows.ts'
import type { EditionTable, Tables } from './tables.ts'

/** Everything of a sheet in the transaction it is given: all of it is printed, or nothing. */
export async function printSheet(turn: Kysely<Tables>, sheet: Sheet): Promise<Printed[]> {
  const { publication, stories } = sheet
  const keys = stories.map((story) => story.key)
  const known = await knownStories(turn, publication.id, keys)

  const fresh: ReadyStory[] = []
  const printed: Printed[] = []
  const touched: string[] = []
  const moved: Moved[] = []
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
        moved.push(...(await revise(turn, sheet, story, id)))
        touched.push(id)
      }
      printed.push({ key: story.key, effect, address })
    }
  }
  await recount(turn, moved)
  const added = await addStories(turn, sheet, fresh)
  printed.push(
    ...added.map(({ story: { key }, address }) => ({ key, effect: 'new' as const, address })),
  )
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

async function addStories(
  turn: Kysely<Tables>,
  sheet: Sheet,
  stories: readonly ReadyStory[],
): Promise<readonly Placed[]> {
  if (stories.length === 0) return []
  const edition = await editionFor(turn, sheet)
  const inside = await turn
    .selectFrom('story')
    .select(['slug', 'position'])
    .where('edition_id', '=', edition.id)
    .execute()
  const placed = placesIn({ sheet, edition, inside }, stories)
  await insertStories(turn, placed)
  for (let from = 0; from < stories.length; from += rowsAtOnce)
    await forgetWaiting(turn, sheet.publication.id, stories.slice(from, from + rowsAtOnce))
  return placed
}

/**
 * A new revision in the place of the old one; the old one's words are kept.
 * @returns what that changes in the counts of the stand
 */
async function revise(
  turn: Kysely<Tables>,
  sheet: Sheet,
  story: ReadyStory,
  id: string,
): Promise<readonly Moved[]> {
  const before = await turn
    .selectFrom('story')
    .select(['revision', 'published_at', 'edition_id', 'topic', 'withdrawn_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const revision = before.revision + 1
  const publishedAt = Number(before.published_at)
  // The date it first came out is its own; a change does not make it new.
  const { published_at: _, ...columns } = storyColumns(story)
  await turn
    .updateTable('story')
    .set({
      ...columns,
      revision,
      changed_at: sheet.at.epochMilliseconds,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .$if(story.position !== null, (query) => query.set({ position: story.position ?? 0 }))
    .where('id', '=', id)
    .execute()
  await turn.deleteFrom('picture_use').where('story_id', '=', id).execute()
  const publicationId = sheet.publication.id
  const at = sheet.at.epochMilliseconds
  await keepTexts(turn, [{ story, id, publicationId, revision, at }])
  await forgetWaiting(turn, publicationId, [story])
  await forgetBylines(turn, id)
  await keepBylines(turn, [{ id, bylines: story.bylines, publishedAt }])
  const one = { editionId: before.edition_id, publishedAt }
  return [
    ...(before.withdrawn_at === null ? [{ ...one, by: -1, topic: before.topic } as const] : []),
    { ...one, by: 1, topic: columns.topic },
  ]
}

async function editionFor(
  turn: Kysely<Tables>,
  sheet: Sheet,
): Promise<Pick<EditionTable, 'id' | 'slug'>> {
  const edition = newEdition(sheet)
  const known = await turn
    .selectFrom('edition')
    .select(['id', 'slug'])
    .where('publication_id', '=', edition.publication_id)
    .where('slug', '=', edition.slug)
    .executeTakeFirst()
  if (known) return known
  await turn.insertInto('edition').values(edition).execute()
  return edition
}
