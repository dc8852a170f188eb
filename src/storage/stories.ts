import type { Kysely } from 'kysely'
import type { Correction, StoryReader } from '#catalogue'
import { alikeAmong } from './alike-among.ts'
import { instantFrom } from './columns.ts'
import type { Database } from './database.ts'
import { rankedStories } from './first-stories.ts'
import { newestEditionIds } from './newest-editions.ts'
import { prepared, preparedForEach } from './prepared.ts'
import {
  cardColumns,
  cardFrom,
  openableColumns,
  openableFrom,
  storyColumns,
  wholeFrom,
} from './story-cards.ts'
import { storyMap } from './story-map.ts'
import type { Tables } from './tables.ts'
import { whileUnchanged } from './while-unchanged.ts'

/** Enough for a front page, whatever the size of the stand. */
const editionsLookedAt = 60
const mostOfOnePublication = 4

export function storyReader(database: Database): StoryReader {
  const { read } = database
  const storyAt = prepared(read, storyByAddress(read))
  const alike = prepared(read, alikeTo(read))
  const openable = preparedForEach(read, (ids) =>
    onStand(read).select(openableColumns).where('story.id', 'in', ids),
  )
  const remembering = whileUnchanged<Awaited<ReturnType<StoryReader['byAddress']>>>(database, 500)
  const byAddress: StoryReader['byAddress'] = async ({ publication, edition, story }) => {
    const [row] = await storyAt(publication, edition, story)
    if (row === undefined) return null
    if (row.withdrawn_at !== null) return 'withdrawn'
    const corrections = row.revision === 1 ? [] : await correctionsOf(read, row.id)
    return { ...openableFrom(row), ...wholeFrom(row), corrections }
  }
  return {
    byAddress(address) {
      const { publication, edition, story } = address
      return remembering(`${publication}/${edition}/${story}`, () => byAddress(address))
    },

    async byIds(ids) {
      if (ids.length === 0) return new Map()
      const rows = await onStand(read).where('story.id', 'in', ids).execute()
      return new Map(rows.map(cardFrom).map((card) => [card.id, card]))
    },

    async openable(ids) {
      const rows = await openable(ids)
      return new Map(rows.map((row) => [row.id, openableFrom(row)]))
    },

    async inEdition(editionId) {
      const rows = await onStand(read)
        .where('story.edition_id', '=', editionId)
        .orderBy('story.position')
        .orderBy('story.id')
        .execute()
      return rows.map(cardFrom)
    },

    async latestOf(publicationId, most) {
      const own = onStand(read).where('story.publication_id', '=', publicationId)
      const rows = await newestFirst(own).limit(most).execute()
      return rows.map(cardFrom)
    },

    async newest(most, language) {
      const ids = await newestEditionIds(read, editionsLookedAt, language)
      if (ids.length === 0) return []
      const rows = await onStand(read)
        .innerJoin(rankedStories(read, ids).as('ranked'), 'ranked.id', 'story.id')
        .where('ranked.rank', '<=', mostOfOnePublication)
        .orderBy('edition.date', 'desc')
        .orderBy('ranked.rank')
        .orderBy('story.published_at', 'desc')
        .orderBy('story.id')
        .limit(most)
        .execute()
      return rows.map(cardFrom)
    },

    async latest(most) {
      const rows = await newestFirst(onStand(read)).limit(most).execute()
      return rows.map(cardFrom)
    },

    async onTopic(topic, most) {
      const about = onStand(read).where('story.topic', '=', topic)
      const rows = await newestFirst(about).limit(most).execute()
      return rows.map(cardFrom)
    },

    async translationsOf({ id, work }) {
      if (work === '') return []
      const rows = await onStand(read)
        .where('story.work', '=', work)
        .where('story.id', '!=', id)
        .orderBy('story.language')
        .orderBy('story.published_at')
        .orderBy('story.id')
        .limit(mostTranslations)
        .execute()
      return rows.map(cardFrom)
    },

    async alikeTo(storyId, most) {
      const rows = await alike(storyId, most)
      return rows.map(cardFrom)
    },

    alikeAmong: (ids) => alikeAmong(read, ids),

    ...storyMap(read),
  }
}

/** More of one work than there are languages on a stand is a mistake of a sender. */
const mostTranslations = 50

const newestFirst = (stories: ReturnType<typeof onStand>) =>
  stories.orderBy('story.published_at', 'desc').orderBy('story.position').orderBy('story.id')

/** By the one index that leads straight to it: the edition first, then the story's own name. */
export function storyByAddress(read: Kysely<Tables>) {
  return withNames(read)
    .select(storyColumns)
    .where('story.edition_id', '=', ({ selectFrom }) =>
      selectFrom('edition as here')
        .innerJoin('publication as paper', 'paper.id', 'here.publication_id')
        .select('here.id')
        .where('paper.slug', '=', '')
        .where('here.slug', '=', ''),
    )
    .where('story.slug', '=', '')
}

function alikeTo(read: Kysely<Tables>) {
  return onStand(read)
    .innerJoin('alike', 'alike.other_id', 'story.id')
    .where('alike.story_id', '=', '')
    .orderBy('alike.resemblance', 'desc')
    .orderBy('story.published_at')
    .orderBy('story.id')
    .limit(1)
}

/** What changed and when, newest first; a change that the sender gave no words for has no note. */
async function correctionsOf(read: Kysely<Tables>, storyId: string): Promise<Correction[]> {
  const rows = await read
    .selectFrom('revision')
    .select(['at', 'note'])
    .where('story_id', '=', storyId)
    .where('number', '>', 1)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ at, note }) => ({ at: instantFrom(at), note }))
}

function withNames(read: Kysely<Tables>) {
  return read
    .selectFrom('story')
    .innerJoin('edition', 'edition.id', 'story.edition_id')
    .innerJoin('publication', 'publication.id', 'story.publication_id')
}

/** The only way into lists: a withdrawn story is in none. */
function onStand(read: Kysely<Tables>) {
  return withNames(read).select(cardColumns).where('story.withdrawn_at', 'is', null)
}
