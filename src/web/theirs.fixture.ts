import { type BylineReader, bylineKey, type PublicStory } from '#catalogue'
import { bad } from '#ground/outcome'
import {
  type Histories,
  type Interests,
  type KeptInterest,
  type Listed,
  type Lists,
  listRules,
  type MineFeeds,
  type OpenedStory,
  openedLog,
  type ReaderList,
  reasonsFor,
  type SavedStories,
  type SavedStory,
} from '#reading'
import type { Theirs } from './needs.ts'

type OnStand = () => readonly PublicStory[]

/** Which names stories in memory are signed with. */
export function bylinesOf(onStand: OnStand): BylineReader {
  const signed = (key: string) => {
    const stories = onStand().filter(({ bylines }) => bylines.map(bylineKey).includes(key))
    const name = stories[0]?.bylines.find((one) => bylineKey(one) === key)
    return name === undefined ? null : { key, name, stories: stories.toSorted(newestFirst) }
  }
  return {
    async signed(key, most) {
      const found = signed(key)
      return found && { ...found, stories: found.stories.slice(0, most) }
    },
    named: async (keys) =>
      new Map(
        keys.flatMap((key) => (signed(key) ? [[key, signed(key) ?? { key, name: key }]] : [])),
      ),
  }
}

const newestFirst = (a: PublicStory, b: PublicStory) =>
  Temporal.Instant.compare(b.publishedAt, a.publishedAt)

/** What readers follow and keep, in memory. Who was where in a story is said by the test. */
export function theirsInMemory(onStand: OnStand): Theirs & { readonly keep: () => Promise<void> } {
  const histories = historiesInMemory()
  const opened = openedLog(histories, 'Europe/Amsterdam')
  return {
    interests: interestsInMemory(onStand),
    saved: savedInMemory(onStand),
    begun: { of: async () => [] },
    gone: {
      of: async (ids) =>
        new Map(
          ids
            .filter((id) => !onStand().some((story) => story.id === id))
            .map((id) => {
              const [slug = '', day = ''] = id.split('/')
              const editionDate = Temporal.PlainDate.from(day.slice(0, 10))
              const publication = { publicationSlug: slug, publicationTitle: 'The Harbour Courier' }
              return [id, { ...publication, publicationLanguage: 'en', editionDate }]
            }),
        ),
    },
    histories,
    feeds: feedsInMemory(),
    lists: listsInMemory(onStand),
    opened,
    keep: opened.keep,
  }
}

function interestsInMemory(onStand: OnStand): Interests {
  const kept = new Map<string, readonly KeptInterest[]>()
  const of = (readerId: string) => kept.get(readerId) ?? []
  const without = (readerId: string, { kind, subject }: Pick<KeptInterest, 'kind' | 'subject'>) =>
    of(readerId).filter((one) => one.kind !== kind || one.subject !== subject)
  return {
    of: async (readerId) => of(readerId),
    async keep(readerId, interest) {
      kept.set(readerId, [interest, ...without(readerId, interest)])
      return true
    },
    drop: async (readerId, interest) => void kept.set(readerId, without(readerId, interest)),
    async newest(readerId, most) {
      const followed = of(readerId).filter(({ wish }) => wish === 'follow')
      const muted = of(readerId).filter(({ wish }) => wish === 'mute')
      const found = onStand().flatMap((story) => {
        const bylines = new Set(story.bylines.flatMap((name) => bylineKey(name) ?? []))
        const because = reasonsFor(story, followed, bylines)
        const isMuted = reasonsFor(story, muted, new Set()).length > 0
        return because.length === 0 || isMuted ? [] : [{ story, because }]
      })
      return found
        .sort((a, b) => newestFirst(a.story, b.story))
        .slice(0, most)
        .map(({ story, because }) => ({ storyId: story.id, because }))
    },
  }
}

function savedInMemory(onStand: OnStand): SavedStories {
  const kept = new Map<string, readonly SavedStory[]>()
  const of = (readerId: string) => kept.get(readerId) ?? []
  return {
    of: async (readerId) => of(readerId),
    among: async (readerId, ids) => {
      const saved = new Set(of(readerId).map(({ storyId }) => storyId))
      return new Set(ids.filter((id) => saved.has(id)))
    },
    async save(readerId, storyId, at) {
      if (!onStand().some(({ id }) => id === storyId)) return false
      if (of(readerId).some((one) => one.storyId === storyId)) return true
      kept.set(readerId, [{ storyId, at, isRead: false }, ...of(readerId)])
      return true
    },
    async remove(readerId, storyId) {
      kept.set(
        readerId,
        of(readerId).filter((one) => one.storyId !== storyId),
      )
    },
    async mark(readerId, storyId, readAt) {
      const mark = (one: SavedStory) =>
        one.storyId === storyId ? { ...one, isRead: readAt !== null } : one
      kept.set(readerId, of(readerId).map(mark))
    },
  }
}

function historiesInMemory(): Histories {
  const since = new Map<string, Temporal.Instant>()
  const kept = new Map<string, readonly OpenedStory[]>()
  const of = (readerId: string) => kept.get(readerId) ?? []
  const without = (readerId: string, storyId: string) =>
    of(readerId).filter((one) => one.storyId !== storyId)
  return {
    since: async (readerId) => since.get(readerId) ?? null,
    begin: async (readerId, at) => void since.set(readerId, at),
    end: async (readerId) => void since.delete(readerId),
    of: async (readerId, { skip, most }) => of(readerId).slice(skip, skip + most),
    async note(opened) {
      for (const { readerId, storyId, day } of opened) {
        if (!since.has(readerId)) continue
        kept.set(readerId, [{ storyId, day }, ...without(readerId, storyId)])
      }
    },
    erase: async (readerId, storyId) => void kept.set(readerId, without(readerId, storyId)),
    eraseAll: async (readerId) => void kept.delete(readerId),
  }
}

function listsInMemory(onStand: OnStand): Lists {
  const kept: { readonly readerId: string; list: ReaderList }[] = []
  const isOn = ({ storyId }: Listed) => onStand().some(({ id }) => id === storyId)
  const seen = (list: ReaderList) => ({ ...list, listed: list.listed.filter(isOn) })
  const found = (readerId: string, id: string) =>
    kept.find((one) => one.readerId === readerId && one.list.id === id)
  return {
    of: async (readerId) =>
      kept
        .filter((one) => one.readerId === readerId)
        .map(({ list }) => ({
          ...list,
          isShared: list.sharing !== null,
          stories: seen(list).listed.length,
        }))
        .toReversed(),
    holding: async (readerId, storyId) =>
      new Set(
        kept
          .filter((one) => one.readerId === readerId)
          .filter(({ list }) => list.listed.some((one) => one.storyId === storyId))
          .map(({ list }) => list.id),
      ),
    async byId(readerId, id) {
      const one = found(readerId, id)
      return one === undefined ? null : seen(one.list)
    },
    async add(readerId, list) {
      if (kept.filter((one) => one.readerId === readerId).length >= listRules.lists) return false
      kept.push({ readerId, list })
      return true
    },
    async change(readerId, id, change) {
      const one = found(readerId, id)
      if (one === undefined) return bad('missing' as const)
      const made = change(seen(one.list))
      if (made.ok) one.list = made.value
      return made
    },
    async remove(readerId, id) {
      const one = found(readerId, id)
      if (one !== undefined) kept.splice(kept.indexOf(one), 1)
    },
    bars: async () => [],
    async shared(digest) {
      const one = kept.find(({ list }) => list.sharing?.digest === digest)
      return one === undefined ? null : seen(one.list)
    },
  }
}

function feedsInMemory(): MineFeeds {
  const kept = new Map<string, { readonly digest: string; readonly at: Temporal.Instant }>()
  return {
    madeAt: async (readerId) => kept.get(readerId)?.at ?? null,
    put: async (readerId, digest, at) => void kept.set(readerId, { digest, at }),
    end: async (readerId) => void kept.delete(readerId),
    readerOf: async (digest) => [...kept].find(([, feed]) => feed.digest === digest)?.[0] ?? null,
  }
}
