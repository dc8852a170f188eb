import { join } from 'node:path'
import type { Clock } from '#ground/clock'
import {
  bergamotModelsIn,
  openApertium,
  openBergamot,
  openChat,
  openDeepL,
  openLibreTranslate,
  type RefusedModel,
} from '#outside'
import { type Database, engineUse, glossaries, sourceTexts, translationBook } from '#storage'
import {
  type EngineUse,
  type Glossaries,
  type OpenTranslator,
  openTranslator,
  type Pair,
  type SourceTexts,
  type TranslationBook,
  type TranslationEngine,
} from '#translate'
import type { TranslatorName } from '../config/translation.ts'
import type { Config } from '../config.ts'
import type { Check } from './check.ts'

export interface StandTranslation extends AsyncDisposable {
  readonly glossaries: Glossaries
  readonly book: TranslationBook
  readonly texts: SourceTexts
  readonly use: EngineUse
  /** Tries every engine. */
  readonly checks: () => Promise<readonly Check[]>
  /** Null where no engine was set up. */
  openTranslator(needs: {
    readonly report: (error: unknown, where: string) => void
    readonly onChange: () => void
  }): OpenTranslator | null
}

type Needed = Pick<Config, 'folder' | 'translation' | 'timeZone'>

/** Whatever translates on this stand, and where its words are kept. */
export async function assembleTranslation(
  { folder, translation: settings, timeZone: zone }: Needed,
  database: Database,
  clock: Clock,
): Promise<StandTranslation> {
  await using opened = new AsyncDisposableStack()
  const { libretranslate, apertium, deepl, chat, most, drafts, order } = settings
  const found = await bergamotModelsIn(join(folder, 'mt'))
  const able: Readonly<Record<TranslatorName, TranslationEngine | null>> = {
    bergamot: found.models.length === 0 ? null : opened.use(openBergamot(found.models)),
    apertium: apertium && (await openApertium(apertium)),
    libretranslate: libretranslate && (await openLibreTranslate(libretranslate)),
    deepl: deepl && (await openDeepL(deepl)),
    chat: chat && (await openChat(chat)),
  }
  const engines = order.map((name) => able[name]).filter((engine) => engine !== null)
  const stores = {
    glossaries: glossaries(database),
    book: translationBook(database),
    use: engineUse(database),
  }
  const usedNow = async () => {
    const today = clock().toZonedDateTimeISO(zone).toPlainDate()
    return stores.use.inMonth(today.toPlainYearMonth().toString())
  }

  const kept = opened.move()
  return {
    ...stores,
    texts: sourceTexts(database),
    async checks() {
      const used = await usedNow()
      const limits = { drafts, most, used }
      const engineChecks = await Promise.all(engines.map((engine) => checkOf(engine, limits)))
      return [...engineChecks, ...found.refused.map(refusal)]
    },
    openTranslator({ report, onChange }) {
      if (engines.length === 0) return null
      const rules = { zone, most, drafts, clock }
      return kept.use(openTranslator({ engines, ...stores, ...rules, report, onChange }))
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

async function checkOf(
  engine: TranslationEngine,
  {
    drafts,
    most,
    used,
  }: { drafts: boolean; most: number | null; used: ReadonlyMap<string, number> },
): Promise<Check> {
  const { id: name, sendsTextTo } = engine
  const probe = await engine.probe()
  if (!probe.ok) return { tool: 'Translate', name, probe, sendsTextTo, offers: [] }
  // It worked a moment ago; if it fails now, the next look tells.
  const pairs = await engine.pairs().catch(() => [])
  const offered = pairs.filter(({ grade }) => drafts || grade !== 'draft')
  const rough = pairs.length - offered.length
  const taken = used.get(name) ?? 0
  const limit = most === null ? '' : ` of ${most}`
  const offers = [
    ...pairLines(offered),
    ...(rough === 0 ? [] : [`left out: ${rough} rough (KIOSK_TRANSLATE_DRAFTS=yes offers them)`]),
    `this month: ${taken}${limit} characters`,
  ]
  return { tool: 'Translate', name, probe, sendsTextTo, offers }
}

/** "es: ca, ca-valencia"; an engine with very many is told of in one line. */
function pairLines(pairs: readonly Pair[]): readonly string[] {
  const from = Map.groupBy(pairs, (pair) => pair.from)
  if (from.size > 6) return [`${pairs.length} pairs from ${from.size} languages`]
  return [...from].map(([language, all]) => `${language}: ${all.map(({ to }) => to).join(', ')}`)
}

function refusal({ folder, why, mend }: RefusedModel): Check {
  const probe = { ok: false, why, mend } as const
  return { tool: 'Translate', name: `mt/${folder}`, probe, sendsTextTo: null, offers: [] }
}
