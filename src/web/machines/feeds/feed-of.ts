import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Subject } from '../subject.ts'

/** Where a feed is: paths. */
export interface FeedPaths {
  readonly atom: string
  readonly json: string
}

/** What has a feed. */
export type FeedSubject = Extract<Subject, { kind: 'stand' | 'publication' | 'topic' }>

export const hasFeed = (subject: Subject): subject is FeedSubject =>
  subject.kind === 'stand' || subject.kind === 'publication' || subject.kind === 'topic'

export function feedOf({ locale: { name: locale } }: Tongue, subject: FeedSubject): FeedPaths {
  const inFormat = (format: string): string => {
    switch (subject.kind) {
      case 'stand':
        return href(addresses.standFeed, { locale, file: `stand.${format}` })
      case 'publication': {
        const file = `${subject.publication.slug}.${format}`
        return href(addresses.publicationFeed, { locale, file })
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
  const page = subject.kind === 'topic' ? say(`topic-${subject.topic}`) : subject.publication.title
  return say('page-of-stand', { page, stand })
}
