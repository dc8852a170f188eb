import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { undescribed } from '#catalogue'
import { receive } from '#desk'
import { addresses, href } from '#web'
import { assemble } from '../../src/assemble.ts'
import { readConfig } from '../../src/config.ts'
import { noon } from '../../src/storage/tide.fixture.ts'
import { walledDraft } from './walled-stories.ts'

const place = { locale: 'en', publication: 'tide', edition: '2031-04-02' }
const story = { ...place, story: 'story-twin' }

/** Everything that anybody may see of a stand with one story: page, lists, feeds and maps. */
const shown = [
  href(addresses.story, story),
  href(addresses.story, { ...story, locale: 'ar' }),
  href(addresses.citationRis, story),
  href(addresses.citationCsl, story),
  href(addresses.edition, place),
  href(addresses.publication, place),
  href(addresses.front, place),
  href(addresses.publicationFeed, { ...place, file: 'tide.atom' }),
  href(addresses.standFeed, { ...place, file: 'stand.json' }),
  href(addresses.sitemapFile, { file: 'stories-2031-04.xml' }),
  href(addresses.sitemapFile, { file: 'news.xml' }),
]

/**
 * What a stand answers strangers about one walled story, headers and all.
 * @param rest the words of its rest, four paragraphs of them
 */
export async function answersWith(
  rest: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-twin-'))
  try {
    const settings = { KIOSK_DATA: folder, KIOSK_TIME_ZONE: 'UTC' }
    await using stand = await assemble(readConfig(settings), { clock: () => noon })
    const said = { slug: 'tide', title: 'The Tide', kind: 'newspaper', language: 'en' } as const
    const more = { description: 'News.', home: null, timeZone: 'UTC', door: 'plan' } as const
    const cut = { paragraphs: 4, words: null, share: 0.5 }
    const { publication } = await stand.desk.publications.findOrAdd(
      { ...said, ...more, cut, ...undescribed },
      () => false,
    )
    const block = { kind: 'paragraph', html: rest } as const
    const draft = walledDraft('twin', [block, block, block, block])
    const entries = [{ entry: { ok: true, draft, remarks: [] } as const, from: 'test' }]
    const batch = { publication, entries, door: null, publishAt: null, editionName: '' }
    await Array.fromAsync(receive(stand.desk, batch))
    const { app, refresh } = await stand.openWeb({ report: () => {} })
    await refresh()
    const answers = new Map<string, string>()
    for (const path of shown) {
      const answer = await app.request(path, { headers })
      const head = JSON.stringify([answer.status, ...answer.headers])
      answers.set(path, sameIds(`${head}\n${await answer.text()}`))
    }
    return answers
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A story's id is made by chance. Feeds give it, and so their ETag changes with it. */
function sameIds(answer: string): string {
  const masked = answer.replaceAll(/urn:uuid:[\da-f-]{36}/g, 'urn:uuid:')
  return masked === answer ? answer : masked.replace(/\["etag","[^\]]*"\],/, '')
}

/** The addresses at which two stands answer differently. */
export function differences(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] {
  return [...one].filter(([path, answer]) => answer !== other.get(path)).map(([path]) => path)
}
