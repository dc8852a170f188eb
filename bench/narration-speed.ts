import { chanceFrom } from '#ground/chance'
import type { SpokenBlock } from '#narrate'
import { openEspeak, openMp3Encoder } from '#outside'
import { median } from './rounds.ts'
import { scribeBy } from './scribe.ts'

export interface NarrationSpeed {
  readonly words: number
  readonly rounds: number
  /** Seconds, medians: until the file is whole, and until the first sentence can be heard. */
  readonly whole: number
  readonly first: number
  /** The same as `first` when nothing runs yet. */
  readonly cold: number
  /** Seconds of sound in the file. */
  readonly heard: number
}

/** From text to MP3 with the engine and the encoder that every stand has, two blocks at a time. */
export async function narrationSpeed(words: number, rounds: number): Promise<NarrationSpeed> {
  const scribe = scribeBy(chanceFrom(5))
  const texts = [`${scribe.words(9)}.`, ...scribe.paragraphs(words - 9)]
  const blocks = texts.map(blockSaying)
  const times: { whole: number; first: number; cold: number; heard: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    using engine = openEspeak()
    await using encoder = openMp3Encoder()
    const voice = (await engine.voices()).find(({ id }) => id === 'espeak/en')
    if (voice === undefined) throw new Error('There is no English voice')
    const unhurried = AbortSignal.timeout(120_000)
    const make = async (block: SpokenBlock | undefined) => {
      if (block === undefined) throw new Error('There is nothing to say')
      const pcm = async function* () {
        for await (const piece of engine.narrate(block, voice, unhurried)) yield piece.pcm
      }
      return encoder.encode(pcm(), 22_050, unhurried)
    }
    const [cold] = await timed(() => make(blocks[0]))
    const [first] = await timed(() => make(blocks[0]))
    const [whole, heard] = await timed(async () => {
      let seconds = 0
      const left = blocks.values()
      const work = async () => {
        for (const block of left) {
          const { samples, sampleRate } = await make(block)
          seconds += samples / sampleRate
        }
      }
      await Promise.all(Array.from({ length: engine.concurrency }, work))
      return seconds
    })
    times.push({ whole, first, cold, heard })
  }
  const of = (name: 'whole' | 'first' | 'cold' | 'heard') => median(times.map((time) => time[name]))
  const count = texts.join(' ').split(' ').length
  return {
    words: count,
    rounds,
    whole: of('whole'),
    first: of('first'),
    cold: of('cold'),
    heard: of('heard'),
  }
}

async function timed<Value>(work: () => Promise<Value>): Promise<readonly [number, Value]> {
  const start = performance.now()
  const value = await work()
  return [(performance.now() - start) / 1_000, value]
}

/** A block that is spoken as it is written; its letters are of the plainest. */
function blockSaying(text: string, index: number): SpokenBlock {
  const map = Uint32Array.from({ length: text.length }, (_, at) => at)
  return { blockId: `b${index}`, language: 'en', text, spoken: text, map, pause: 0 }
}
