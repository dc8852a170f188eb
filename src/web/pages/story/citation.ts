import type { PublicationKind, PublicStory } from '#catalogue'
import type { Tongue } from '../../languages/tongue.ts'

/** A story as others quote it: public facts only, and of its words no more than the standfirst. */
export interface Cited {
  readonly story: PublicStory
  readonly kind: PublicationKind
  /** The absolute address of its page. */
  readonly address: string
}

/** One whole sentence, as the language of the page writes it. */
export function citationText(tongue: Tongue, { story, address }: Omit<Cited, 'kind'>): string {
  const { bylines, headline, publicationTitle: publication } = story
  const facts = { headline, publication, date: tongue.date(story.editionDate), address }
  if (bylines.length === 0) return tongue.say('cite-unsigned', facts)
  return tongue.say('cite-signed', { ...facts, names: tongue.list(bylines) })
}

/**
 * A record in RIS (Research Information Systems, 2011: two letters, two spaces, a dash, a space; lines
 * end in CR LF). A name is one line and is not turned round: a byline does not say which part of it
 * is the family's.
 */
export function risOf({ story, kind, address }: Cited): string {
  const { year } = story.editionDate
  const lines: readonly (readonly [tag: string, value: string])[] = [
    ['TY', risTypes[kind]],
    ...story.bylines.map((name) => ['AU', name.replaceAll(',', ' ')] as const),
    ...story.translators.map((name) => ['A4', name.replaceAll(',', ' ')] as const),
    ['TI', story.headline],
    ['T2', story.publicationTitle],
    ['PY', String(year).padStart(4, '0')],
    ['DA', `${story.editionDate.toString().replaceAll('-', '/')}/`],
    ['AB', story.standfirst],
    ['LA', story.language],
    ['UR', address],
  ]
  const written = lines
    .map(([tag, value]) => [tag, inOneLine(value)] as const)
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value}\r\n`)
  return `${written.join('')}ER  - \r\n`
}

const risTypes = { newspaper: 'NEWS', magazine: 'MGZN', journal: 'JOUR' } as const satisfies Record<
  PublicationKind,
  string
>

/** A line of RIS ends where its value does. */
const inOneLine = (text: string) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** A list of one item in CSL-JSON (Citation Style Language, schema 1.0). */
export function cslOf({ story, kind, address }: Cited): readonly object[] {
  const { year, month, day } = story.editionDate
  const { bylines, translators, section, standfirst, translatedFrom } = story
  const names = (of: readonly string[]) => of.map((literal) => ({ literal }))
  return [
    {
      id: address,
      type: cslTypes[kind],
      title: story.headline,
      'container-title': story.publicationTitle,
      issued: { 'date-parts': [[year, month, day]] },
      URL: address,
      language: story.language,
      ...(bylines.length > 0 && { author: names(bylines) }),
      ...(translators.length > 0 && { translator: names(translators) }),
      ...(section !== '' && { section }),
      ...(standfirst !== '' && { abstract: standfirst }),
      ...(translatedFrom !== null && { note: `original-language: ${translatedFrom}` }),
    },
  ]
}

const cslTypes = {
  newspaper: 'article-newspaper',
  magazine: 'article-magazine',
  journal: 'article-journal',
} as const satisfies Record<PublicationKind, string>
