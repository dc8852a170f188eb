import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Subject } from '../subject.ts'

/** Where a feed is: paths. */
export interface FeedPaths {
  readonly atom: string
  readonly json: string
}

/** What has a feed. */
export type FeedSubject = Extract<
  Subject,
  { kind: 'stand' | 'publication' | 'topic' | 'byline' | 'collection' }
>

export const hasFeed = (subject: Subject): subject is FeedSubject => kinds.has(subject.kind)

const kinds: ReadonlySet<Subject['kind']> = new Set([
  ...(['stand', 'publication', 'topic', 'byline', 'collection'] as const),
])

export function feedOf({ locale: { name: locale } }: Tongue, subject: FeedSubject): FeedPaths {
  const inFormat = (format: string): string => {
    switch (subject.kind) {
      case 'stand':
        return href(addresses.standFeed, { locale, file: `stand.${format}` })
      case 'publication': {
        const file = `${subject.publication.slug}.${format}`
        return href(addresses.publicationFeed, { locale, file })
      }
      case 'byline':
        return href(addresses.bylineFeed, { locale, file: `${subject.byline.key}.${format}` })
      case 'collection': {
        const file = `${subject.collection.slug}.${format}`
        return href(addresses.collectionFeed, { locale, file })
      }
      case 'topic':
        return href(addresses.topicFeed, { locale, file: `${subject.topic}.${format}` })
    }
  }
  return { atom: inFormat('atom'), json: inFormat('json') }
}

/** What a reader's program calls it in a list of many: it names the stand. */
export function feedTitle({ say }: Tongue, stand: string, subject: FeedSubject): string {
  if (subject.kind === 'stand') return stand
  return say('page-of-stand', { page: nameOf(say, subject), stand })
}

function nameOf(say: Tongue['say'], subject: Exclude<FeedSubject, { kind: 'stand' }>): string {
  switch (subject.kind) {
    case 'topic':
      return say(`topic-${subject.topic}`)
    case 'publication':
      return subject.publication.title
    case 'collection':
      return subject.collection.title
    case 'byline':
      return subject.byline.name
  }
}
