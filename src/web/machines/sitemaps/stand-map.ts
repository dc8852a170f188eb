import { nextTurn, type StoryPlace, topics } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { onceAMinute } from '../../keeping/once-a-minute.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { isSeen } from '../../pages/collections/collected.ts'
import type { MapFile } from './file-names.ts'
import { type Mapped, mostInFile } from './url-set.ts'

/** What there is on the stand, file by file. */
export interface StandMap {
  /** Every file that has something in it. */
  files(): Promise<readonly MapFile[]>
  /** What stands in a file; empty when there is nothing in it. */
  pages(): Promise<readonly Mapped[]>
  /** When what stands on the pages changes by itself: a collection begins or ends. */
  pagesUntil(): Promise<Temporal.Instant | null>
  publications(portion: number): Promise<readonly Mapped[]>
  stories(month: string, portion: number): Promise<readonly Mapped[]>
}

/** Each publication comes with its newest edition. */
const publicationsInFile = mostInFile / 2

/** Paths are written in this language; the map says each in every other one as well. */
const locale = 'en'

/** Months are counted once a minute at most: no crawler waits, and none makes others wait. */
export function standMap(needs: PageNeeds): StandMap {
  const { clock, shelves, editions, stories } = needs
  const months = onceAMinute(clock, () => stories.months())

  return {
    async files() {
      const [counted, known] = await Promise.all([months(), shelves.onStand()])
      return [
        { kind: 'pages' },
        ...portions(known.length, publicationsInFile).map(
          (portion) => ({ kind: 'publications', portion }) as const,
        ),
        ...counted.flatMap(({ month, stories }) =>
          portions(stories, mostInFile).map(
            (portion) => ({ kind: 'stories', month, portion }) as const,
          ),
        ),
      ]
    },

    async pages() {
      const written = await stories.topics()
      const standing = [
        addresses.front,
        addresses.publications,
        addresses.topics,
        addresses.collections,
        addresses.plans,
        addresses.about,
        addresses.accessibility,
        addresses.privacy,
      ].map((address) => ({ path: href(address, { locale }) }))
      const about = topics.filter((topic) => written.has(topic))
      return [
        ...standing,
        ...about.map((topic) => ({ path: href(addresses.topic, { locale, topic }) })),
        ...(await shelves.collections())
          .filter((collection) => isSeen(collection, clock()))
          .map(({ slug: collection, changedAt }) => ({
            path: href(addresses.collection, { locale, collection }),
            changedAt,
          })),
      ]
    },

    pagesUntil: async () => nextTurn(await shelves.collections(), clock()),

    async publications(portion) {
      const from = (portion - 1) * publicationsInFile
      const some = (await shelves.onStand()).slice(from, from + publicationsInFile)
      const newest = await editions.newestNames(some.map(({ id }) => id))
      return some.flatMap(({ id, slug: publication }) => {
        const own = { path: href(addresses.publication, { locale, publication }) }
        const edition = newest.get(id)
        if (edition === undefined) return own
        return [own, { path: href(addresses.edition, { locale, publication, edition }) }]
      })
    },

    async stories(month, portion) {
      const skip = (portion - 1) * mostInFile
      // To skip what is not there takes as long as the month is large.
      const counted = (await months()).find((one) => one.month === month)
      if (skip >= (counted?.stories ?? 0)) return []
      const places = await stories.inMonth(month, { skip, most: mostInFile })
      return places.map((place) => ({ path: pathOf(place), changedAt: place.changedAt }))
    },
  }
}

const portions = (count: number, most: number) =>
  Array.from({ length: Math.ceil(count / most) }, (_, at) => at + 1)

const pathOf = ({ publicationSlug: publication, editionSlug: edition, slug }: StoryPlace) =>
  href(addresses.story, { locale, publication, edition, story: slug })
