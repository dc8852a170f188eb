import type { Clock } from '#ground/clock'
import { directionOf } from '#ground/language'
import { blockKey } from './block-key.ts'
import type { TranslationEngine } from './engine.ts'
import { type DeskNeeds, openEngineDesk } from './engine-desk.ts'
import { type Names, namesFor } from './glossary.ts'
import { type Candidate, type Ending, openMakings } from './makings.ts'
import { openPairBook } from './pair-book.ts'
import { pairFor } from './pair-for.ts'
import {
  allSegments,
  lineSegments,
  piecesOf,
  type Segments,
  translatedBlock,
  translatedLine,
} from './pieces.ts'
import { isSameLanguage, languageName } from './same-language.ts'
import type { Glossaries, KeptBlock, SourceText, TranslationBook } from './store.ts'
import type { ForeignText, Translation, Translator, WhyShort } from './translation.ts'

export interface TranslatorNeeds extends DeskNeeds {
  /** In the operator's order: the best first. */
  readonly engines: readonly TranslationEngine[]
  readonly book: TranslationBook
  readonly glossaries: Pick<Glossaries, 'of'>
  readonly clock: Clock
  /** Whether pairs that are known to be rough are offered too. */
  readonly drafts: boolean
  readonly report: (error: unknown, where: string) => void
  /** What `targets` answers may have changed. */
  readonly onChange: () => void
}

export interface OpenTranslator extends Translator, Disposable {
  /** Asks engines what they can translate; called again and again, and once before anything else. */
  follow(): Promise<void>
  /**
   * All keys under which anything of this text may be kept, whatever the language; null as long as an
   * engine has not said what it can translate.
   */
  keysOf(text: SourceText): Promise<readonly string[] | null>
}

/** Joins engines, what was kept, and names into translations: see `Translator`. */
export function openTranslator(needs: TranslatorNeeds): OpenTranslator {
  const { engines, book, glossaries, clock, drafts, report } = needs
  const desks = engines.map((engine) => openEngineDesk(engine, needs))
  const pairs = openPairBook(engines, needs)
  const closing = new AbortController()
  const makings = openMakings({ now: clock, report, signal: closing.signal })

  const candidatesFor = (language: string, to: string, names: Names): readonly Candidate[] => {
    const able = desks.flatMap((desk): Candidate[] => {
      const pair = pairFor(pairs.of(desk.engine), language, to, drafts)
      const keyOf = (segments: Segments) => blockKey(segments, desk.engine, pair ?? noPair, names)
      return pair === null ? [] : [{ desk, pair, keyOf }]
    })
    const [rough, others] = [true, false].map((isRough) =>
      able.filter(({ pair }) => (pair.grade === 'draft') === isRough),
    )
    return [...(others ?? []), ...(rough ?? [])]
  }

  return {
    targets(language, may) {
      const able = engines.filter((engine) => may.mayTranslate && mayHave(engine, may))
      const targets = able
        .flatMap((engine) => pairs.of(engine))
        .filter(({ grade }) => drafts || grade !== 'draft')
        .filter(({ from, to }) => isSameLanguage(from, language) && !isSameLanguage(to, language))
        .map(({ to }) => languageName(to))
      return [...new Set(targets)].sort()
    },

    async translate(text, to, patience) {
      if (isSameLanguage(text.language, to)) return 'same-language'
      if (!text.mayTranslate) return 'forbidden'
      const names = namesFor(await glossaries.of(text.publicationId), to)
      const able = candidatesFor(text.language, to, names)
      const candidates = able.filter(({ desk }) => mayHave(desk.engine, text))
      if (candidates.length === 0) return able.length === 0 ? 'no-engine' : 'forbidden'

      const pieces = allSegments(text)
      const known = await keptOf(book, pieces, candidates)
      const missing = pieces.filter((segments) => known.best(segments) === undefined)
      const order = { pieces: missing, candidates, names, context: text.headline }
      const keep = (blocks: readonly KeptBlock[]) => book.keep(blocks, text.storyId, text.revision)
      const isDone = missing.length === 0 || patience === null
      const begun = isDone ? new Map() : makings.begin({ ...order, keep })
      const ended = await endingsOf(begun, patience ?? new Temporal.Duration())
      const [first] = candidates
      const found = (segments: Segments): KeptBlock | undefined => {
        const ending = ended.get(first?.keyOf(segments) ?? '')
        return known.best(segments) ?? blockIn(ending) ?? known.any(segments)
      }
      const used = pieces.map(found).filter((block) => block !== undefined)
      await book.claim([...new Set(used.map(({ key }) => key))], text.storyId, text.revision)
      const lacking = missing.filter((segments) => found(segments) === undefined)
      const short = whyShort(lacking.map((segments) => ended.get(first?.keyOf(segments) ?? '')))
      const facts = { to, engine: first?.desk.engine.name ?? '', now: clock(), short }
      return translationOf(text, found, used, facts)
    },

    follow: pairs.follow,

    async keysOf(text) {
      if (!engines.every(pairs.hasAnswered)) return null
      const entries = await glossaries.of(text.publicationId)
      const pieces = allSegments(text)
      const keys = engines.flatMap((engine) =>
        pairs
          .of(engine)
          .filter(({ from }) => isSameLanguage(from, text.language))
          .flatMap((pair) => {
            const names = namesFor(entries, pair.to)
            return pieces.map((segments) => blockKey(segments, engine, pair, names))
          }),
      )
      return [...new Set(keys)]
    },

    [Symbol.dispose]: () => closing.abort(),
  }
}

const noPair = { from: '', to: '' }

const mayHave = (engine: TranslationEngine, { mayLeave }: Pick<ForeignText, 'mayLeave'>) =>
  engine.sendsTextTo === null || mayLeave

/** What was translated before: by the engine that would be asked now, and by any other. */
async function keptOf(
  book: TranslationBook,
  pieces: readonly Segments[],
  candidates: readonly Candidate[],
) {
  const keys = pieces.flatMap((segments) => candidates.map(({ keyOf }) => keyOf(segments)))
  const kept = await book.of([...new Set(keys)])
  // One that rests would not be asked: what the next one made serves as well.
  const awake = Math.max(
    candidates.findIndex(({ desk }) => !desk.isResting()),
    0,
  )
  const upTo = candidates.slice(0, awake + 1)
  const first = (among: readonly Candidate[], segments: Segments) =>
    among.map(({ keyOf }) => kept.get(keyOf(segments))).find((block) => block !== undefined)
  return {
    best: (segments: Segments) => first(upTo, segments),
    any: (segments: Segments) => first(candidates, segments),
  }
}

/** What has ended before the patience has; of all the rest nothing is said. */
async function endingsOf(
  begun: ReadonlyMap<string, Promise<Ending>> | null,
  patience: Temporal.Duration,
): Promise<ReadonlyMap<string, Ending>> {
  const ended = new Map<string, Ending>()
  const all = Promise.all(
    [...(begun ?? [])].map(async ([key, ending]) => ended.set(key, await ending)),
  )
  const alarm = Promise.withResolvers<void>()
  const timer = setTimeout(alarm.resolve, patience.total('milliseconds'))
  await Promise.race([all, alarm.promise])
  clearTimeout(timer)
  return new Map(ended)
}

const blockIn = (ending: Ending | undefined) => (typeof ending === 'object' ? ending : undefined)

function whyShort(lacking: readonly (Ending | undefined)[]): WhyShort | null {
  if (lacking.length === 0) return null
  if (lacking.includes(undefined)) return 'waiting'
  return lacking.includes('spent') ? 'spent' : 'failed'
}

function translationOf(
  text: ForeignText,
  found: (segments: Segments) => KeptBlock | undefined,
  used: readonly KeptBlock[],
  facts: { to: string; engine: string; now: Temporal.Instant; short: WhyShort | null },
): Translation {
  const { language } = text
  const headline = translatedLine(text.headline, found(lineSegments(text.headline)))
  const standfirst = translatedLine(text.standfirst, found(lineSegments(text.standfirst)))
  return {
    language: facts.to,
    direction: directionOf(facts.to),
    headline: headline.line,
    headlineFlags: headline.flags,
    standfirst: standfirst.line,
    standfirstFlags: standfirst.flags,
    blocks: text.blocks.map((block) => {
      const segments = piecesOf(block, language)
      return translatedBlock(block, language, segments === null ? undefined : found(segments))
    }),
    engine: [...new Set(used.map(({ engine }) => engine))].join(', ') || facts.engine,
    at:
      used
        .map(({ at }) => at)
        .sort(Temporal.Instant.compare)
        .at(-1) ?? facts.now,
    short: facts.short,
  }
}
