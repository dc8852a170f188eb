import { chanceFrom } from '#ground/chance'
import { type Draft, type DraftBlock, seal, unclassified } from '#ingest'
import { scribeBy } from '../../bench/scribe.ts'
import type { Drawings } from './drawings.ts'

/** The day on which everything of the gallery came out. */
export const day = Temporal.PlainDate.from('2031-04-02')

/** Stories that are hard to set, each for one reason, which names it. */
export function hardStories(drawings: Drawings): Draft[] {
  return [
    story('headline-of-300', {
      headline:
        'The committee that was to decide which of the seven committees should be closed has decided, after three evenings, two adjournments and one fire alarm, that it cannot close itself, that it may not close the others, and that a further committee will be needed to say so to the council in a letter by June',
      standfirst: '',
      door: 'plan',
    }),
    story('headline-of-one-emoji', { headline: '🐟', standfirst: '' }),
    story('headline-of-one-word', {
      headline:
        'Zuiderzeehavenmeesterskoffiekamerschoonmaakroosterwijzigingsvoorstelvergadering gaat door',
      language: 'nl',
      section: 'Havenmeesterskoffiekamerschoonmaakroosterwijzigingen',
    }),
    story('headline-mixed', {
      headline: 'What “كتاب” means on a label that reads “بيت 12 – House 12 (rev. 2.0)!”',
      standfirst: 'The sign says مرفأ 7, the map says Pier 7, and the boat goes by neither.',
    }),
    story('headline-mixed-arabic', {
      headline: 'شركة Saltmere Ferries Ltd. تعلن: «Night Boat 2.0» قريبًا!',
      standfirst: 'من الساعة 02:40 إلى 03:15، على الرصيف Pier 7.',
      language: 'ar',
      direction: 'rtl',
      section: 'بحر',
    }),
    story('one-sentence', {
      headline: 'Nothing happened',
      standfirst: '',
      bylines: [],
      section: '',
      blocks: [{ kind: 'paragraph', html: 'Nothing happened.' }],
    }),
    story('fifty-thousand-words', {
      headline: 'Everything that happened',
      blocks: fiftyThousand(),
    }),
    story('eleven-authors', { headline: 'All of us saw it', bylines: eleven, door: 'metered' }),
    pictured('picture-missing', drawings.plain),
    pictured('picture-tall', drawings.tall),
    pictured('picture-wide', drawings.wide),
    pictured('picture-tiny', drawings.tiny),
    pictured('picture-transparent', drawings.transparent),
    story('unbroken', {
      headline: 'An address is printed in full',
      blocks: [
        {
          kind: 'paragraph',
          html: `It reads https://quay.example/${'harbour-master-'.repeat(12)}office?berth=${'9'.repeat(120)} and goes on.`,
        },
        { kind: 'code', text: 'x'.repeat(400) },
        { kind: 'table', caption: 'Tides', head: row('Quay', 14), rows: [row('12:40', 14)] },
        ...paragraphs(6),
      ],
    }),
  ]
}

const eleven = [
  ...['Ana Brill', 'Bo Carrow', 'Cem Dane', 'Dov Elm', 'Eva Finch', 'Finn Grau'],
  ...['Gil Hart', 'Hana Ives', 'Ivo Jarl', 'Jun Kerr', 'Kit Lowe van der Zuiderzeehaven'],
]

const row = (text: string, cells: number) =>
  Array.from({ length: cells }, (_, at) => `${text} ${at}`)

const sentences = [
  'The tide went out at six, and everybody came to look at what it had left.',
  'There was a boot, a bell without a tongue, and eleven bottles, all of them empty.',
  'Nobody said whose they were, which in a harbour is as good as saying it.',
]

const paragraphs = (count: number): DraftBlock[] =>
  Array.from({ length: count }, () => ({ kind: 'paragraph', html: sentences.join(' ') }))

/** Invented words in paragraphs of common length. */
const fiftyThousand = (): DraftBlock[] =>
  scribeBy(chanceFrom(7))
    .paragraphs(50_000)
    .map((html) => ({ kind: 'paragraph', html }))

function pictured(key: string, from: string): Draft {
  const alt = 'Hills above the water, and a red sun.'
  const caption = 'Seen from the quay.'
  const picture: DraftBlock = { kind: 'picture', picture: { from }, alt, caption, credit: '' }
  const headline = `Seen from the quay: ${key.replace('-', ', ')}`
  return story(key, { headline, blocks: [picture, ...paragraphs(5)] })
}

export function story(key: string, changed: Partial<Draft>): Draft {
  return seal({
    key,
    headline: key,
    standfirst: 'A walk on the floor of the sea, with eleven bottles and a bell.',
    bylines: ['Ana Tidewater'],
    section: 'Harbour',
    ...unclassified,
    topic: 'society',
    language: 'en',
    direction: 'ltr',
    publishedAt: Temporal.Instant.from(`${day}T06:00:00Z`),
    editionDate: day,
    position: null,
    door: null,
    home: null,
    complete: true,
    blocks: paragraphs(9),
    hold: null,
    cancelled: false,
    version: null,
    ...changed,
  })
}
