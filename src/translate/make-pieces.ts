import type { Pair, Segment } from './engine.ts'
import type { EngineDesk } from './engine-desk.ts'
import { flagsOf } from './flags.ts'
import { type Names, namesIn } from './glossary.ts'
import { hasWords, type Segments } from './pieces.ts'
import { type Questions, questionsOn } from './placeholders.ts'
import type { QualityFlag } from './translation.ts'

/** How a group of pieces is translated. */
export interface Making {
  readonly desk: Pick<EngineDesk, 'engine' | 'ask'>
  readonly pair: Pair
  readonly names: Names
  readonly context: string
  readonly signal: AbortSignal
}

export interface Made {
  readonly segments: Segments
  readonly flags: readonly QualityFlag[]
}

interface Asked {
  readonly id: string
  readonly html: string
  readonly questions: Questions
}

/**
 * Translates pieces with one engine: first with their marks; those whose marks came back wrong once
 * more as words alone. Null for a piece of which anything is missing.
 * @throws what the desk throws, when nothing at all was translated
 */
export async function makePieces(
  pieces: readonly Segments[],
  making: Making,
): Promise<readonly (Made | null)[]> {
  const { engine } = making.desk
  const { format, protection } = engine
  const way = { from: making.pair.from, format, protection, names: making.names }
  const asked = pieces.flatMap((segments, piece) =>
    segments.flatMap((html, at): Asked[] =>
      hasWords(html) ? [{ id: `${piece}-${at}`, html, questions: questionsOn(html, way) }] : [],
    ),
  )
  const done = new Map<string, { html: string; lostMarks: boolean }>()
  const fits = ({ questions }: Asked) => questions.marked.content.length <= engine.maxCharacters
  const marked = await askAll(
    making,
    asked.filter(fits),
    ({ questions }) => questions.marked.content,
  )
  for (const { id, questions } of asked) {
    const html = questions.marked.read(marked.get(id) ?? '')
    if (html !== null) done.set(id, { html, lostMarks: false })
  }
  // What the engine left out it cannot translate; what it mixed up it may as words alone.
  const again = asked.filter((one) => !done.has(one.id) && (marked.has(one.id) || !fits(one)))
  const plain = await askPlain(making, again).catch((error: unknown) => {
    if (done.size === 0) throw error
    return new Map<string, string>()
  })
  for (const { id, questions } of again) {
    const html = questions.plain.read(plain.get(id) ?? marked.get(id) ?? '')
    if (html !== null) done.set(id, { html, lostMarks: questions.hasMarks })
  }
  return pieces.map((segments, piece) => madeOf(segments, piece, done, making.names))
}

function madeOf(
  segments: Segments,
  piece: number,
  done: ReadonlyMap<string, { html: string; lostMarks: boolean }>,
  names: Names,
): Made | null {
  const flags = new Set<QualityFlag>()
  const whole: string[] = []
  for (const [at, original] of segments.entries()) {
    const found = done.get(`${piece}-${at}`)
    if (found === undefined && hasWords(original)) return null
    const { html, lostMarks } = found ?? { html: original, lostMarks: false }
    if (found !== undefined) {
      for (const flag of flagsOf(original, html, { names, lostMarks })) flags.add(flag)
    }
    whole.push(html)
  }
  return { segments: whole, flags: [...flags] }
}

/** Asks for words alone; a text that is too long for one call goes sentence by sentence. */
async function askPlain(
  making: Making,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, string>> {
  const most = making.desk.engine.maxCharacters
  const parts = asked.flatMap(({ id, questions }) => {
    // Without marks it was asked for just so already.
    if (questions.plain.content === questions.marked.content) {
      if (questions.plain.content.length <= most) return []
    }
    const pieces = inSentences(questions.plain.content, making.pair.from, most)
    return pieces.map((content, at) => ({ id: `${id}/${at}`, of: id, content }))
  })
  const answers = await askAll(making, parts, ({ content }) => content)
  const groups = Map.groupBy(parts, ({ of }) => of)
  return new Map(
    [...groups].flatMap(([id, all]) => {
      const texts = all.map((part) => answers.get(part.id))
      return texts.includes(undefined) ? [] : [[id, texts.join(' ')] as const]
    }),
  )
}

function inSentences(content: string, language: string, most: number): readonly string[] {
  if (content.length <= most) return [content]
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const runs: string[] = []
  for (const { segment } of segmenter.segment(content)) {
    const last = runs.at(-1)
    if (last !== undefined && last.length + segment.length <= most) {
      runs[runs.length - 1] = last + segment
    } else runs.push(segment)
  }
  return runs.map((run) => run.trim()).filter((run) => run !== '')
}

/** In calls that the engine takes, all of them at once: the desk lets through what it may. */
async function askAll<One extends { readonly id: string }>(
  { desk, pair, names, context, signal }: Making,
  ones: readonly One[],
  contentOf: (one: One) => string,
): Promise<ReadonlyMap<string, string>> {
  const segments = ones.map((one): Segment => ({ id: one.id, content: contentOf(one) }))
  const { from, to } = pair
  const calls = batched(segments, desk.engine).map((batch) => {
    const said = namesIn(batch.map(({ content }) => content).join('\n'), names)
    const glossary = new Map(said.map(([name, as]) => [name, name === as ? null : as] as const))
    return desk.ask({ from, to, segments: batch, glossary, context, signal })
  })
  const ended = await Promise.allSettled(calls)
  const answers = ended.flatMap((end) => (end.status === 'fulfilled' ? end.value : []))
  const failure = ended.find((end) => end.status === 'rejected')
  if (failure !== undefined && answers.length === 0) throw failure.reason
  const wanted = new Set(segments.map(({ id }) => id))
  return new Map(answers.filter(({ id }) => wanted.has(id)).map(({ id, content }) => [id, content]))
}

/** In their order, each batch as large as the engine takes. */
export function batched<One extends { readonly content: string }>(
  segments: readonly One[],
  { maxCharacters, maxSegments }: { maxCharacters: number; maxSegments: number },
): readonly (readonly One[])[] {
  const batches: One[][] = []
  let characters = 0
  for (const segment of segments) {
    const { length } = segment.content
    const last = batches.at(-1)
    if (last && last.length < maxSegments && characters + length <= maxCharacters) {
      last.push(segment)
      characters += length
    } else {
      batches.push([segment])
      characters = length
    }
  }
  return batches
}
