import type { Clock } from '#ground/clock'
import { BusyError, type HeardText, type Narration, type Narrator, type Sound } from '#narrate'
import type { PageNeeds } from '../../../page-needs.ts'

type Blocks = Narration['blocks']

export interface Heard {
  readonly block: Blocks[number]
  readonly sound: Sound
}

interface Asked {
  readonly narrator: Narrator
  readonly heard: HeardText
  readonly narration: Narration
  readonly signal: AbortSignal
  readonly clock: Clock
}

/** Seconds until a block is heard, within which it is made before what others hear later. */
const readAhead = 150
/** As the player's. */
const highestSpeed = 2

/**
 * The sounds of these blocks in their order, each as soon as it is made. The next one is begun when
 * one is taken, so that it is made while this one is sent, and whoever stops taking stops the making.
 * What will not be heard for some minutes lets everybody go first who is about to hear something.
 */
export async function* soundsInOrder(
  { narrator, heard, narration, signal, clock }: Asked,
  blocks: Blocks,
): AsyncGenerator<Heard, void, undefined> {
  const began = clock()
  let length = 0
  const begin = (index: number) => {
    const block = blocks[index]
    if (block === undefined) return null
    const heardFrom = length / highestSpeed
    length += block.guess
    const isUrgent = () => heardFrom < readAhead + began.until(clock()).total('seconds')
    const made = narrator.sound(heard, block, narration.voice, { isUrgent, signal })
    // Whoever takes it hears of the failure; when nobody does, it is no surprise.
    made.catch(() => {})
    return { block, made }
  }
  let next = begin(0)
  for (let index = 1; next !== null; index += 1) {
    const { block, made } = next
    const sound = await made
    next = begin(index)
    yield { block, sound }
  }
}

/** The blocks from this one on; all of them where it is not among them. */
export function blocksFrom(blocks: Blocks, id: string | undefined): Blocks {
  const at = blocks.findIndex(({ spoken }) => spoken.blockId === id)
  return at === -1 ? blocks : blocks.slice(at)
}

/** What to tell the listener; whoever runs the stand is told of what is no crowd. */
export function whyUnmade(
  { report }: Pick<PageNeeds, 'report'>,
  error: unknown,
  where: string,
): 'busy' | 'failed' {
  if (error instanceof BusyError) return 'busy'
  report(error, where)
  return 'failed'
}
