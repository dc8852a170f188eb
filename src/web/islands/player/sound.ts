import type { Timeline } from './timeline.ts'

/** The sound of a narration: a file from some block on, which is fetched anew where that is quicker. */
export interface Sound {
  /** Which block is heard, and how many seconds of it are. */
  readonly now: () => ReturnType<Timeline['momentAt']>
  /** Seconds from the beginning of the narration. */
  readonly position: () => number
  readonly seek: (index: number, within?: number) => void
  /** Fetches again from here: the connection broke, or another voice speaks. */
  readonly again: () => void
}

/**
 * @param address of the sound that begins with this block
 * @param first the block that the file begins with that is fetched already, or -1
 */
export function soundOf(
  audio: HTMLAudioElement,
  timeline: Timeline,
  address: (block: string) => string,
  first: number,
): Sound {
  let begins = first
  let skipping: AbortController | null = null
  const blockAt = (index: number) => timeline.blocks[index]
  const now = () => timeline.momentAt(audio.currentTime, Math.max(0, begins))
  const reaches = (seconds: number) => {
    if (Number.isFinite(audio.duration) && seconds < audio.duration) return true
    const { buffered } = audio
    for (let at = 0; at < buffered.length; at += 1) {
      if (buffered.start(at) <= seconds && seconds < buffered.end(at)) return true
    }
    return false
  }
  /** A stream has no place to go to before it has come: what comes until then is not heard. */
  const skipTo = (goal: number) => {
    skipping = new AbortController()
    const { signal } = skipping
    const skip = () => {
      if (audio.currentTime < goal && !reaches(goal)) return
      if (audio.currentTime < goal) audio.currentTime = goal
      audio.muted = false
      skipping?.abort()
    }
    for (const moment of ['loadeddata', 'progress', 'canplay', 'timeupdate']) {
      audio.addEventListener(moment, skip, { signal })
    }
  }
  const fetchFrom = (index: number, within: number) => {
    begins = index
    const { id = '', lead = 0 } = blockAt(index) ?? {}
    const isPlaying = !audio.paused
    const { playbackRate } = audio
    audio.src = address(id)
    audio.playbackRate = playbackRate
    skipping?.abort()
    audio.muted = within > 0.2
    if (audio.muted) skipTo(lead + within)
    if (isPlaying) audio.play().catch(() => {})
  }
  const seek = (index: number, within = 0) => {
    const at = timeline.startOf(index, begins) + (blockAt(index)?.lead ?? 0) + within
    if (begins !== -1 && index >= begins && reaches(at)) audio.currentTime = Math.max(0, at)
    else fetchFrom(index, within)
  }
  return {
    now,
    position: () => timeline.startOf(Math.max(0, begins)) + audio.currentTime,
    seek,
    again() {
      const { index, within } = now()
      fetchFrom(index, within)
    },
  }
}
