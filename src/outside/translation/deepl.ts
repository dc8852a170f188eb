import { z } from 'zod'
import { languageTag } from '#ground/language'
import { EngineError, isSameLanguage, type Pair, type TranslationEngine } from '#translate'
import { leavesTo } from '../speech/loopback.ts'
import { askEngine, below, refuse } from './ask-engine.ts'
import { inHalves, named } from './in-halves.ts'
import { probeBy } from './probe-by.ts'

export interface DeepLSettings {
  readonly url: URL
  readonly key: string
}

const name = 'DeepL'

const listed = z.array(z.object({ language: z.string() }))
const answered = z.object({ translations: z.array(z.object({ text: z.string() })) })

/** DeepL's API, or a server that speaks as it does. https://developers.deepl.com/api-reference/translate */
export function openDeepL({ url, key }: DeepLSettings): TranslationEngine {
  const headers = { authorization: `DeepL-Auth-Key ${key}` }
  const sources = new Map<string, string>()
  const targets = new Map<string, string>()

  async function learn(type: 'source' | 'target', codes: Map<string, string>) {
    const where = below(url, '/v2/languages')
    where.searchParams.set('type', type)
    const answer = await askEngine({ name, url: where, headers })
    if (answer.status !== 200) refuse(name, answer)
    const list = listed.safeParse(answer.json)
    if (!list.success) throw new EngineError('bad-output', `${name} sent no list of languages.`)
    for (const { language } of list.data) {
      const tag = languageTag(language)
      if (tag !== null) codes.set(tag, language)
    }
  }

  async function pairs(): Promise<readonly Pair[]> {
    await Promise.all([learn('source', sources), learn('target', targets)])
    return [...sources.keys()].flatMap((from) =>
      [...targets.keys()]
        .filter((to) => !isSameLanguage(from, to))
        .map((to) => ({ from, to, grade: 'good' as const })),
    )
  }

  return {
    id: 'deepl',
    name,
    version: '2',
    sendsTextTo: leavesTo(url),
    format: 'html',
    protection: 'ignore-tag',
    // A request may weigh 128 KiB, and a character up to four bytes.
    maxCharacters: 25_000,
    maxSegments: 50,
    concurrency: 2,
    probe: () => probeBy(pairs, 'DEEPL_KEY, DEEPL_URL'),
    pairs,
    translate: ({ from, to, segments, context, signal }) =>
      inHalves(segments, async (some) => {
        const json = {
          text: some.map(({ content }) => content),
          source_lang: sources.get(from) ?? from.toUpperCase(),
          target_lang: targets.get(to) ?? to.toUpperCase(),
          tag_handling: 'html',
          ...(context === '' ? {} : { context }),
        }
        const asked = { name, url: below(url, '/v2/translate'), headers, json, signal }
        const answer = await askEngine({ ...asked, patience: 60_000 })
        if (answer.status === 400) refuse(name, answer, 'pair')
        if (answer.status !== 200) refuse(name, answer)
        const read = answered.safeParse(answer.json)
        const texts = read.success ? read.data.translations.map(({ text }) => text) : null
        return named(some, texts, name)
      }),
  }
}
