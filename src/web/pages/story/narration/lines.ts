import { leadIn, type Mark, type Narration, type Sound } from '#narrate'
import type { Place } from '#reading'
import type { Heard } from './in-order.ts'

/** The first line: what will be heard, before any of it is made. */
export function headLine(
  { voice, part, blocks }: Narration,
  more: {
    readonly language: string
    readonly voices: readonly Narration['voice'][]
    readonly place: Place | null
  },
): string {
  const { language, voices, place } = more
  return lineOf({
    language,
    voice: voice.id,
    marks: voice.marks,
    voices: voices.map(({ id, name, language: spoken, kind }) => ({ id, name, spoken, kind })),
    part,
    blocks: blocks.map(({ spoken, guess, sound }) => ({
      id: spoken.blockId,
      guess: hundredths(sound === null ? guess : sound.samples / sound.sampleRate),
    })),
    place: place && { block: place.block, share: place.share, at: place.at.epochMilliseconds },
  })
}

/**
 * A line a block: how long it is heard, the silence it begins with and the pause after it included,
 * when its first sample is, and its marks as "start, length, hundredths of a second" in one row.
 */
export function blockLine({ block, sound }: Heard): string {
  const { spoken } = block
  return lineOf({
    id: spoken.blockId,
    letters: spoken.text.length,
    seconds: sound.samples / sound.sampleRate,
    lead: leadIn / sound.sampleRate,
    level: sound.marks[0]?.level ?? 'none',
    marks: sound.marks.flatMap(rowOf),
    until: Math.round((sound.marks.at(-1)?.to ?? endOf(sound)) * 100),
  })
}

export const lineOf = (said: unknown) => `${JSON.stringify(said)}\n`

const rowOf = ({ start, end, from }: Mark) => [start, end - start, Math.round(from * 100)]
const endOf = ({ samples, sampleRate }: Sound) => samples / sampleRate
const hundredths = (seconds: number) => Math.round(seconds * 100) / 100
