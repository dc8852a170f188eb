import type { SearchDocument } from '#search'

export const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')

/** What an index is given of a story that hardly says anything. */
export const documentNamed = (storyId: string): SearchDocument => ({
  storyId,
  publicationId: 'p-tide',
  publicationTitle: 'The Tide',
  kind: 'newspaper',
  language: 'en',
  topic: null,
  door: 'open',
  section: '',
  bylines: [],
  headline: 'Ferry',
  standfirst: '',
  lead: '',
  rest: '',
  minutes: 1,
  date: Temporal.PlainDate.from('2031-04-02'),
  publishedAt: noon,
})
