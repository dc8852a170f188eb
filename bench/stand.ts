import { defaultCut, type StoryAddress, undescribed } from '#catalogue'
import { type NewPublication, receive } from '#desk'
import { chanceFrom } from '#ground/chance'
import { type Draft, seal, unclassified } from '#ingest'
import { assemble } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { type Scribe, scribeBy } from './scribe.ts'
import { settingsFor } from './settings.ts'

/** How large a stand is. */
export interface Size {
  readonly publications: number
  readonly editionsEach: number
  readonly storiesEach: number
  readonly wordsEach: number
}

const firstDay = Temporal.PlainDate.from('2031-01-06')

/**
 * Publishes a stand of invented stories through the desk. Every other publication asks for a plan,
 * so half of the pages end at the wall and half hold the whole story.
 * @returns the addresses of all stories, in the order of publishing
 */
export async function fillStand(folder: string, size: Size): Promise<StoryAddress[]> {
  const clock = () => Temporal.Instant.from('2032-01-01T12:00:00Z')
  await using stand = await assemble(readConfig(settingsFor(folder)), { clock })
  const scribe = scribeBy(chanceFrom(1))
  const all: StoryAddress[] = []
  for (let number = 0; number < size.publications; number += 1) {
    const made: NewPublication = {
      slug: `paper-${number}`,
      title: scribe.words(2),
      kind: number % 3 === 0 ? 'magazine' : 'newspaper',
      language: 'en',
      description: scribe.words(14),
      home: null,
      timeZone: 'UTC',
      door: number % 2 === 0 ? 'open' : 'plan',
      cut: defaultCut,
      ...undescribed,
    }
    const { publication } = await stand.desk.publications.findOrAdd(made, () => true)
    const entries = draftsOf(scribe, size).map((draft) => ({
      entry: { ok: true, draft, remarks: [] } as const,
      from: 'bench',
    }))
    const batch = { publication, entries, door: null, publishAt: null, editionName: '' }
    for await (const { story } of receive(stand.desk, batch)) if (story !== null) all.push(story)
  }
  return all
}

function draftsOf(scribe: Scribe, { editionsEach, storiesEach, wordsEach }: Size): Draft[] {
  return Array.from({ length: editionsEach * storiesEach }, (_, number) => {
    const day = firstDay.add({ days: Math.floor(number / storiesEach) })
    const position = (number % storiesEach) + 1
    const publishedAt = day.toZonedDateTime('UTC').toInstant().add({ seconds: position })
    return seal({
      key: `story-${number}`,
      headline: scribe.words(8),
      standfirst: scribe.words(22),
      bylines: [scribe.words(2)],
      section: position < 9 ? 'Front' : 'Harbour',
      ...unclassified,
      language: 'en',
      direction: 'ltr',
      publishedAt,
      editionDate: day,
      position,
      door: null,
      home: null,
      complete: true,
      blocks: scribe.paragraphs(wordsEach).map((html) => ({ kind: 'paragraph', html }) as const),
      hold: null,
      cancelled: false,
      version: null,
    })
  })
}
