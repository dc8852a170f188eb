import { askAll, type Making } from './ask-all.ts'
import { flagsOf } from './flags.ts'
import type { Names } from './glossary.ts'
import { misplacedLinks } from './misplaced-links.ts'
import { hasWords, type Segments } from './pieces.ts'
import { type Questions, questionsOn } from './placeholders.ts'
import type { QualityFlag } from './translation.ts'

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
  const read = asked.map(({ id, html }) => ({ id, html, translated: done.get(id)?.html ?? '' }))
  for (const id of await misplacedLinks(read, making)) {
    done.set(id, { html: done.get(id)?.html ?? '', lostMarks: true })
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
