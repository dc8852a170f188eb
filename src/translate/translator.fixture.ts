import { withIds } from '#catalogue'
import type { EngineFault, Pair, TranslateCall, TranslationEngine } from './engine.ts'
import { EngineError } from './engine.ts'
import type { GlossaryEntry, KeptBlock, TranslationBook } from './store.ts'
import type { ForeignText } from './translation.ts'
import { openTranslator, type TranslatorNeeds } from './translator.ts'

export const paragraphs = (...texts: readonly string[]) =>
  withIds(texts.map((html) => ({ kind: 'paragraph', html })))

export const textOf = (changed: Partial<ForeignText> = {}): ForeignText => ({
  storyId: 'story',
  revision: 1,
  publicationId: 'tide',
  language: 'en',
  headline: 'Low water',
  standfirst: '',
  blocks: paragraphs('The <em>boats</em> lay down.', 'All 12 of them.'),
  mayTranslate: true,
  mayLeave: true,
  ...changed,
})

/** An engine that shouts, which is no language but can be checked. */
export function shouter(changed: Partial<TranslationEngine> & { pair?: Pair } = {}) {
  const { pair = { from: 'en', to: 'nl', grade: 'good' }, ...rest } = changed
  const calls: TranslateCall[] = []
  const state: { fault: EngineFault | null; hold: Promise<void> | null } = {
    fault: null,
    hold: null,
  }
  const engine: TranslationEngine = {
    id: 'shouter',
    name: 'Shouter',
    version: '1',
    sendsTextTo: null,
    format: 'html',
    protection: 'placeholder',
    maxCharacters: 1_000,
    maxSegments: 10,
    concurrency: 2,
    probe: async () => ({ ok: true }),
    pairs: async () => [pair],
    async translate(call) {
      calls.push(call)
      await state.hold
      if (state.fault !== null) throw new EngineError(state.fault, 'It does not.')
      return call.segments.map(({ id, content }) => ({ id, content: shouted(content) }))
    },
    ...rest,
  }
  const asked = () => calls.flatMap(({ segments }) => segments.map(({ content }) => content))
  return { engine, calls, state, asked }
}

/** Upper case between the tags. */
const shouted = (html: string) =>
  html.replace(/(<[^<>]*>|&\w+;)|([^<&]+)/g, (_, tag = '', text = '') => tag + text.toUpperCase())

function memoryBook() {
  const kept = new Map<string, KeptBlock>()
  const claims = new Map<string, Set<string>>()
  const book: TranslationBook = {
    of: async (keys) => new Map([...kept].filter(([key]) => keys.includes(key))),
    async keep(blocks, storyId) {
      for (const block of blocks) kept.set(block.key, block)
      await book.claim(
        blocks.map(({ key }) => key),
        storyId,
        1,
      )
    },
    async claim(keys, storyId) {
      claims.set(storyId, new Set([...(claims.get(storyId) ?? []), ...keys]))
    },
    storiesIn: async (ids) => ids.filter((id) => claims.has(id)),
    async release(storyId, keep) {
      claims.set(
        storyId,
        new Set([...(claims.get(storyId) ?? [])].filter((key) => keep.includes(key))),
      )
    },
  }
  return { book, kept, claims }
}

export async function translatorWith(
  engines: readonly TranslationEngine[],
  { entries = [], ...changed }: Partial<TranslatorNeeds> & { entries?: GlossaryEntry[] } = {},
) {
  const memory = memoryBook()
  const reported: string[] = []
  const taken: [string, string, number][] = []
  let changes = 0
  let now = Temporal.Instant.from('2031-04-02T12:00:00Z')
  const translator = openTranslator({
    engines,
    book: memory.book,
    glossaries: { of: async () => entries },
    use: {
      async take(engine, month, characters, most) {
        const used = taken.reduce((sum, [, , some]) => sum + some, 0)
        if (most !== null && used + characters > most) return false
        taken.push([engine, month, characters])
        return true
      },
    },
    clock: () => now,
    zone: 'Europe/Amsterdam',
    most: null,
    drafts: false,
    report: (error, where) => void reported.push(`${where}: ${error}`),
    onChange: () => {
      changes += 1
    },
    ...changed,
  })
  await translator.follow()
  const pass = (seconds: number) => {
    now = now.add({ seconds })
  }
  return { translator, ...memory, reported, taken, pass, changes: () => changes }
}
