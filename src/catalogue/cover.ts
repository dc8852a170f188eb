import { LRUCache } from 'lru-cache'
import { digestOf } from '#ground/digest'
import type { EditionCard } from './edition.ts'
import type { PublicationKind, PublicationName } from './publication.ts'
import type { StoryCard } from './story.ts'

/** Raised when covers and social pictures are drawn differently: then every picture gets a new name. */
const drawing = 1

/** Headlines that fit on a cover. */
const most = 4

/** How a publication's pictures are set: children see at once which ones are theirs. */
export type CoverLook = PublicationKind | 'children'

export interface CoverHeadline {
  readonly text: string
  readonly language: string
}

/** Everything that is printed on a typeset cover: plain text, the same in every interface language. */
export interface CoverCopy {
  readonly slug: string
  readonly title: string
  readonly language: string
  readonly look: CoverLook
  /** Written out in the language of the publication. */
  readonly date: string
  /** What the publisher calls the edition, or empty. */
  readonly edition: string
  /** The main one first. */
  readonly headlines: readonly CoverHeadline[]
}

/** Everything that is printed on the picture that stands for a story where it is shared. */
export interface SocialCopy
  extends Pick<CoverCopy, 'slug' | 'title' | 'language' | 'look' | 'date'> {
  readonly headline: CoverHeadline
  readonly standfirst: string
}

/** Widths in pixels in which a cover is drawn, ascending; it is three wide and four high. */
export const coverWidths = [160, 320, 640] as const

export type CoverWidth = (typeof coverWidths)[number]

/** What social media show of a page: pixels. */
export const socialSize = { width: 1200, height: 630 } as const

export function coverCopy({ publication, edition, headlines }: EditionCard): CoverCopy {
  return {
    ...mastheadOf(publication, edition.date),
    edition: edition.name,
    headlines: headlines.slice(0, most).map(({ text, language }) => ({ text, language })),
  }
}

export function socialCopy(story: StoryCard, publication: PublicationName): SocialCopy {
  return {
    ...mastheadOf(publication, story.editionDate),
    headline: { text: story.headline, language: story.language },
    standfirst: story.standfirst,
  }
}

/** Names the picture of this copy: 16 hexadecimal digits, others as soon as anything on it changes. */
export function coverKey(copy: CoverCopy | SocialCopy): string {
  return digestOf(JSON.stringify([drawing, copy])).slice(0, 16)
}

function mastheadOf(publication: PublicationName, date: Temporal.PlainDate) {
  const { slug, title, language, kind, topics } = publication
  const look: CoverLook = topics.includes('children') ? 'children' : kind
  return { slug, title, language, look, date: writtenDate(date, language, kind) }
}

/** A newspaper says the day of the week. A date in a language that Intl lacks is written in digits. */
function writtenDate(date: Temporal.PlainDate, language: string, kind: PublicationKind): string {
  return dates.memo(`${date} ${kind === 'newspaper' ? 'full' : 'long'} ${language}`)
}

/** Writing a date takes ten times as long as looking it up, and a stand shows the same few often. */
const dates = new LRUCache<string, string>({
  max: 2_000,
  memoMethod: (name) => {
    const [iso = '', style, language = ''] = name.split(' ')
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(language)
    if (known === undefined) return iso
    return formatOf(known, style === 'full' ? 'full' : 'long').format(Temporal.PlainDate.from(iso))
  },
})

function formatOf(language: string, dateStyle: 'full' | 'long'): Intl.DateTimeFormat {
  const name = `${language} ${dateStyle}`
  const known = formats.get(name)
  if (known !== undefined) return known
  // As in the interface: English without a country puts the day first, Arabic without one takes
  // Arabic-Indic digits.
  const { language: base, region } = new Intl.Locale(language)
  const tag = language === 'en' ? 'en-GB' : language
  const calendar = base === 'ar' ? { calendar: 'gregory' } : {}
  const digits = base === 'ar' && region === undefined ? { numberingSystem: 'arab' } : {}
  const format = new Intl.DateTimeFormat(tag, { dateStyle, ...calendar, ...digits })
  formats.set(name, format)
  return format
}

/** Only languages of publications get here, so this stays small. */
const formats = new Map<string, Intl.DateTimeFormat>()
