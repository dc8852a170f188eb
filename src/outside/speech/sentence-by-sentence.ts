import {
  type Mark,
  marksFrom,
  type PcmPiece,
  SpeechError,
  type SpeechEvent,
  type SpokenBlock,
  sentencesOf,
} from '#narrate'
import type { Pcm } from './wav.ts'

/** A sentence that was spoken. */
export interface SpokenSentenceSound extends Pcm {
  /** UTF-16 offsets in the sentence, and seconds; null when the engine does not tell words. */
  readonly words: readonly { readonly offset: number; readonly at: number }[] | null
}

/** Seconds between two sentences. */
const pause = 0.25

/**
 * Speaks a block for an engine that takes a sentence and tells at most its words. Marks are of words
 * where every sentence had some, else of sentences: words are never guessed at.
 * @param most letters that the engine takes at a time; a sentence that is longer is given in pieces
 */
export async function* sentenceBySentence(
  block: SpokenBlock,
  most: number,
  speak: (text: string) => Promise<SpokenSentenceSound>,
): AsyncGenerator<PcmPiece> {
  const sentences: Mark[] = []
  const events: SpeechEvent[] = []
  let [wordless, samples, sampleRate] = [false, 0, 0]
  for (const { start, end, spokenStart, spokenEnd } of sentencesOf(block)) {
    let from = -1
    for (const [at, text] of pieces(block.spoken.slice(spokenStart, spokenEnd), most)) {
      const sound = await speak(text)
      if (sampleRate !== 0 && sound.sampleRate !== sampleRate) {
        throw new SpeechError('bad-output', 'Two sentences came at different sample rates')
      }
      sampleRate = sound.sampleRate
      const silence = new Int16Array(samples === 0 ? 0 : Math.round(pause * sampleRate))
      if (silence.length > 0) yield { sampleRate, pcm: silence, marks: [] }
      samples += silence.length
      if (from < 0) from = samples / sampleRate
      wordless ||= sound.words === null
      for (const word of sound.words ?? []) {
        const codePoint = codePointAt(block.spoken, spokenStart + at + word.offset)
        events.push({ codePoint, at: samples / sampleRate + word.at })
      }
      yield { sampleRate, pcm: sound.pcm, marks: [] }
      samples += sound.pcm.length
    }
    const to = samples / Math.max(1, sampleRate)
    sentences.push({ start, end, from: Math.max(0, from), to, level: 'sentence' })
  }
  if (sampleRate === 0) return
  const words = wordless ? [] : marksFrom(block, events, samples / sampleRate)
  const marks = words.length > 0 ? words : sentences
  yield { sampleRate, pcm: new Int16Array(0), marks }
}

/** Cut between words where there are any. */
function pieces(text: string, most: number): readonly (readonly [at: number, text: string])[] {
  const cuts: [number, string][] = []
  for (let at = 0; at < text.length; ) {
    const room = text.slice(at, at + most)
    const space = room.lastIndexOf(' ')
    const whole = at + most >= text.length
    const length = whole ? text.length - at : space > 0 ? space + 1 : room.length
    cuts.push([at, text.slice(at, at + length)])
    at += length
  }
  return cuts.filter(([, piece]) => piece.trim() !== '')
}

const codePointAt = (text: string, offset: number) => [...text.slice(0, offset)].length
