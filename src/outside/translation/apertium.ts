import { z } from 'zod'
import { languageTag } from '#ground/language'
import {
  EngineError,
  languageName,
  type Pair,
  type Segment,
  type TranslationEngine,
} from '#translate'
import { leavesTo } from '../speech/loopback.ts'
import { askEngine, below, refuse } from './ask-engine.ts'
import { probeBy } from './probe-by.ts'

const name = 'Apertium'

const listed = z.object({
  responseData: z.array(z.object({ sourceLanguage: z.string(), targetLanguage: z.string() })),
})
const answered = z.object({ responseData: z.object({ translatedText: z.string() }) })
const failed = z.object({ explanation: z.string() })

/** Languages so near to each other that its rules do well, in both directions. */
const near = new Set(
  'ca-es ast-es an-es es-gl nb-nn da-sv da-nb nb-sv da-nn nn-sv fr-oc ru-uk be-ru'.split(' '),
)

/** Segments asked for at the same time: more than its pipes would only wait. */
const together = 4

export interface ApertiumSettings {
  readonly url: URL
}

/** An Apertium server (APY). https://wiki.apertium.org/wiki/Apertium-apy */
export function openApertium({ url }: ApertiumSettings): TranslationEngine {
  const codes = new Map<string, string>()

  async function pairs(): Promise<readonly Pair[]> {
    const answer = await askEngine({ name, url: below(url, '/listPairs') })
    if (answer.status !== 200) refuse(name, answer)
    const list = listed.safeParse(answer.json)
    if (!list.success) throw new EngineError('bad-output', `${name} sent no list of pairs.`)
    return list.data.responseData.flatMap(({ sourceLanguage, targetLanguage }): Pair[] => {
      const [from, to] = [languageTag(sourceLanguage), languageTag(targetLanguage)]
      if (from === null || to === null) return []
      codes.set(`${from}|${to}`, `${sourceLanguage}|${targetLanguage}`)
      return [{ from, to, grade: isNear(from, to) ? 'good' : 'draft' }]
    })
  }

  async function translateOne(langpair: string, content: string, signal?: AbortSignal) {
    const form = { langpair, format: 'html', markUnknown: 'no', q: content }
    const asked = { name, url: below(url, '/translate'), form }
    const answer = await askEngine(signal === undefined ? asked : { ...asked, signal })
    if (answer.status === 400) {
      const said = failed.safeParse(answer.json)
      const isPair = said.success && /pair/i.test(said.data.explanation)
      refuse(name, answer, isPair ? 'pair' : 'bad-output')
    }
    if (answer.status !== 200) refuse(name, answer)
    const read = answered.safeParse(answer.json)
    if (!read.success) throw new EngineError('bad-output', `${name} sent no translation.`)
    return withoutMarks(read.data.responseData.translatedText, content)
  }

  return {
    id: 'apertium',
    name,
    version: '1',
    sendsTextTo: leavesTo(url),
    format: 'html',
    protection: 'strange-word',
    maxCharacters: 8_000,
    maxSegments: 20,
    concurrency: 2,
    // A pair may be listed and yet miss a program of its pipe: only a translation tells.
    probe: () =>
      probeBy(async () => {
        const all = await pairs()
        const [first] = all
        if (first) await translateOne(codes.get(`${first.from}|${first.to}`) ?? '', 'a')
        return all
      }, 'APERTIUM_URL'),
    pairs,
    async translate({ from, to, segments, signal }) {
      const langpair = codes.get(`${from}|${to}`) ?? `${from}|${to}`
      const done: Segment[] = []
      for (let at = 0; at < segments.length; at += together) {
        const some = segments.slice(at, at + together)
        const texts = await Promise.all(
          some.map(({ content }) => translateOne(langpair, content, signal)),
        )
        done.push(...some.map(({ id }, index) => ({ id, content: texts[index] ?? '' })))
      }
      return done
    },
  }
}

function isNear(from: string, to: string): boolean {
  return near.has([languageName(from), languageName(to)].sort().join('-'))
}

/** Its marks for words that it could not bend ("#barca", "@barca"); readers see the word. */
function withoutMarks(text: string, original: string): string {
  if (/(?:^|[\s>])[#@]\p{L}/u.test(original)) return text
  return text.replace(/(^|[\s>])[#@](?=\p{L})/gu, '$1')
}
