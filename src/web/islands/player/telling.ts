import { MuteError, readLines } from './read-lines.ts'
import { type Sound, soundOf } from './sound.ts'
import { type BlockLine, type HeadLine, type Timeline, timelineOf } from './timeline.ts'
import type { Track } from './track.ts'

/** One story being told: what is said and when comes line by line, beside its sound. */
export interface Telling {
  readonly track: Track
  readonly timeline: Timeline
  readonly sound: Sound
  /** Has it told when the words of this block are heard, before it tells that of others. */
  readonly soon: (index: number) => void
  readonly end: () => void
}

interface Wanted {
  readonly audio: HTMLAudioElement
  /** The id of a voice; empty for the best. */
  readonly voice: string
  /** Where to begin unless the account knows a later place. */
  readonly place: { readonly block: string; readonly share: number; readonly at: number } | null
  /** The story of this page: its sound may be asked for before it is known what will be said. */
  readonly isHere: boolean
  /** Told when a line came. */
  readonly heard: () => void
  /** Told when no more comes, though more should. */
  readonly broke: (because: string) => void
}

/**
 * Begins to tell.
 * @throws MuteError when the story cannot be told; when aborted the signal's reason
 */
export async function tell(track: Track, wanted: Wanted, signal: AbortSignal): Promise<Telling> {
  const { audio, voice, place, isHere } = wanted
  const ending = new AbortController()
  const both = AbortSignal.any([signal, ending.signal])
  const addressOf = (file: string, from: string) => {
    const { spokenIn } = track
    const wishes = { ...(spokenIn && { in: spokenIn }), ...(voice && { voice }) }
    const asked = new URLSearchParams({ ...wishes, ...(from && { from }) })
    return `${track.at}/narration.${file}${asked.size > 0 ? `?${asked}` : ''}`
  }
  // Some browsers let a page play only while they remember the press, so there is no waiting for it.
  if (isHere) begin(audio, addressOf('mp3', place?.block ?? ''))
  const ask = asker((block) => addressOf('json', block), both)
  const first = ask(place?.block ?? '')
  const { value } = await first.lines.next()
  const head = headFrom(value)
  const timeline = timelineOf(head)
  const later = head.place !== null && head.place.at > (place?.at ?? 0) ? head.place : place
  const at = later === null ? -1 : timeline.indexOf(later.block)
  const begun = isHere ? Math.max(0, timeline.indexOf(place?.block ?? '')) : -1
  const address = (block: string) => addressOf('mp3', block)
  const sound = soundOf(audio, timeline, address, begun)
  const start = isOver(timeline, at, later?.share ?? 0) ? 0 : Math.max(0, at)
  const share = start === at ? (later?.share ?? 0) : 0
  if (start !== begun || share > 0.02) {
    sound.seek(start, share * (timeline.blocks[start]?.seconds ?? 0))
  }
  if (audio.paused) audio.play().catch(() => {})
  void follow(first, timeline, wanted)
  return {
    track,
    timeline,
    sound,
    soon(index) {
      const block = timeline.blocks[index]
      if (block?.made === false) void follow(ask(block.id), timeline, wanted)
    },
    end: () => ending.abort(),
  }
}

function begin(audio: HTMLAudioElement, address: string): void {
  const { playbackRate } = audio
  audio.src = address
  audio.playbackRate = playbackRate
  audio.play().catch(() => {})
}

/** Whoever heard all of it begins anew. */
const isOver = ({ blocks }: Timeline, index: number, share: number) =>
  index === blocks.length - 1 && share > 0.9

interface Asked {
  readonly lines: AsyncGenerator<unknown>
  readonly signal: AbortSignal
}

/** Asks what is told from a block on; who asks again wants no more of what was asked before. */
function asker(addressOf: (block: string) => string, ended: AbortSignal): (block: string) => Asked {
  let asking = new AbortController()
  return (block) => {
    asking.abort()
    asking = new AbortController()
    const signal = AbortSignal.any([ended, asking.signal])
    return { lines: readLines(addressOf(block), signal), signal }
  }
}

async function follow(
  { lines, signal }: Asked,
  timeline: Timeline,
  { heard, broke }: Wanted,
): Promise<void> {
  try {
    for await (const line of lines) {
      if (isBlock(line)) timeline.take(line)
      else if (!isHead(line)) throw new MuteError(String(Object(line).because))
      heard()
    }
  } catch (error) {
    if (!signal.aborted) broke(error instanceof MuteError ? error.because : 'failed')
  }
}

/** The stand wrote it a moment ago: what it means is said in pages/story/narration/lines.ts. */
function headFrom(line: unknown): HeadLine {
  if (!isHead(line)) throw new MuteError('failed')
  return line
}

const isHead = (line: unknown): line is HeadLine => Array.isArray(Object(line).blocks)
const isBlock = (line: unknown): line is BlockLine => Array.isArray(Object(line).marks)
