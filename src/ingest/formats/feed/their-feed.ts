/** A feed of any kind with the names taken off and nothing else done: what `read-feed.ts` reads. */
export interface TheirFeed {
  readonly title: TheirText
  readonly description: TheirText
  readonly language: string
  /** The publisher's page, as written. */
  readonly link: string
  /** What the feed's relative addresses are resolved against, as written; often empty. */
  readonly base: string
  readonly bylines: readonly string[]
  readonly items: readonly TheirItem[]
}

export interface TheirItem {
  /** guid, id or rdf:about; empty when there is none. */
  readonly id: string
  readonly link: string
  readonly base: string
  readonly title: TheirText
  /** A few sentences; the whole where `body` is empty. */
  readonly summary: TheirText
  readonly body: TheirText
  /** The moments it may have been published, the best first, as written. */
  readonly dates: readonly string[]
  readonly bylines: readonly string[]
  readonly section: string
  readonly language: string
  readonly pictures: readonly TheirPicture[]
}

export interface TheirText {
  readonly text: string
  readonly kind: 'plain' | 'html'
  /** Its own xml:base, as written; usually empty. */
  readonly base: string
}

export interface TheirPicture {
  readonly address: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
}

export const html = (text: string | undefined): TheirText => ({
  text: text ?? '',
  kind: 'html',
  base: '',
})

export const plain = (text: string | undefined): TheirText => ({
  text: text ?? '',
  kind: 'plain',
  base: '',
})

/** The first text that says something. */
export const firstOf = (...texts: readonly TheirText[]): TheirText =>
  texts.find(({ text }) => text.trim() !== '') ?? plain('')

const nothing = plain('')

export const emptyFeed: TheirFeed = {
  title: nothing,
  description: nothing,
  language: '',
  link: '',
  base: '',
  bylines: [],
  items: [],
}

export const emptyItem: TheirItem = {
  id: '',
  link: '',
  base: '',
  title: nothing,
  summary: nothing,
  body: nothing,
  dates: [],
  bylines: [],
  section: '',
  language: '',
  pictures: [],
}
