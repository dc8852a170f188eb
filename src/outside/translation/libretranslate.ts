import { z } from 'zod'
import { languageTag } from '#ground/language'
import type { Probe } from '#ground/probe'
import { EngineError, type EngineFault, type Pair, type TranslationEngine } from '#translate'
import { leavesTo } from '../speech/loopback.ts'
import { askEngine, below, type EngineAnswer, refuse, statusFault } from './ask-engine.ts'
import { inHalves, named } from './in-halves.ts'
import { probeBy } from './probe-by.ts'

export interface LibreTranslateSettings {
  readonly url: URL
  /** Empty where the server asks for none. */
  readonly key: string
}

const name = 'LibreTranslate'

const languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()) }))
const answered = z.object({ translatedText: z.union([z.string(), z.array(z.string())]) })
const failed = z.object({ error: z.string() })

/** Its codes that mean something else than they would as tags. */
const tags: Readonly<Record<string, string>> = { zh: 'zh-Hans', zt: 'zh-Hant', pb: 'pt-BR' }

/**
 * A LibreTranslate server, or one that speaks as it does: `POST /translate`, `GET /languages`.
 * https://docs.libretranslate.com/
 */
export function openLibreTranslate({ url, key }: LibreTranslateSettings): TranslationEngine {
  const codes = new Map<string, string>()
  const secret = key === '' ? {} : { api_key: key }

  async function pairs(): Promise<readonly Pair[]> {
    const answer = await askEngine({ name, url: below(url, '/languages') })
    const known = languages.safeParse(answer.json)
    if (answer.status !== 200) fail(answer)
    if (!known.success) throw new EngineError('bad-output', `${name} sent no list of languages.`)
    for (const code of known.data.flatMap((one) => [one.code, ...one.targets])) {
      codes.set(tagOf(code), code)
    }
    return known.data.flatMap(({ code, targets }) =>
      targets
        .filter((target) => target !== code)
        .map((target) => ({ from: tagOf(code), to: tagOf(target), grade: 'unknown' as const })),
    )
  }

  return {
    id: 'libretranslate',
    name,
    version: '1',
    sendsTextTo: leavesTo(url),
    format: 'html',
    protection: 'placeholder',
    // Servers that limit it say 2,000 (their documentation's example) or more.
    maxCharacters: 2_000,
    maxSegments: 20,
    concurrency: 2,
    probe: (): Promise<Probe> => probeBy(pairs, 'LIBRETRANSLATE_URL, LIBRETRANSLATE_KEY'),
    pairs,
    translate: ({ from, to, segments, signal }) =>
      inHalves(segments, async (some) => {
        const answer = await askEngine({
          name,
          url: below(url, '/translate'),
          json: {
            q: some.map(({ content }) => content),
            source: codes.get(from) ?? from,
            target: codes.get(to) ?? to,
            format: 'html',
            ...secret,
          },
          signal,
          patience: 60_000,
        })
        if (answer.status !== 200) fail(answer)
        const read = answered.safeParse(answer.json)
        return named(some, read.success ? [read.data.translatedText].flat() : null, name)
      }),
  }
}

const tagOf = (code: string) => tags[code] ?? languageTag(code) ?? code

/** It answers 400 for most of what it does not want, and says what in words. */
function fail(answer: EngineAnswer): never {
  const said = failed.safeParse(answer.json)
  const words = said.success ? said.data.error : ''
  const known: readonly (readonly [RegExp, EngineFault])[] = [
    [/api key/i, 'auth'],
    [/exceeds|text limit|batch/i, 'too-long'],
    [/not supported|not available|is not a/i, 'pair'],
    [/slow ?down|limit/i, 'rate'],
  ]
  const fault = known.find(([pattern]) => pattern.test(words))?.[1]
  refuse(name, answer, answer.status === 400 ? fault : statusFault(answer.status))
}
