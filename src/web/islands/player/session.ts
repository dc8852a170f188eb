import type { Track } from './track.ts'

interface Controls {
  readonly toggle: () => void
  readonly step: (by: -1 | 1) => void
  readonly seek: (seconds: number) => void
  readonly next: () => void
}

/** Shows what is heard on lock screens and headsets, and heeds their buttons. */
export function sessionFor({ toggle, step, seek, next }: Controls) {
  const session = 'mediaSession' in navigator ? navigator.mediaSession : null
  const handlers: readonly (readonly [MediaSessionAction, MediaSessionActionHandler])[] = [
    ['play', toggle],
    ['pause', toggle],
    ['seekbackward', () => step(-1)],
    ['seekforward', () => step(1)],
    ['previoustrack', () => step(-1)],
    ['nexttrack', next],
    ['seekto', ({ seekTime }) => seek(seekTime ?? 0)],
  ]
  for (const [name, handler] of handlers) heed(session, name, handler)
  return {
    tell({ title, byline, from, picture }: Track): void {
      if (session === null) return
      const artwork = picture === '' ? [] : [{ src: picture }]
      session.metadata = new MediaMetadata({ title, artist: byline || from, album: from, artwork })
    },
    at(position: number, duration: number, playbackRate: number, playing: boolean): void {
      if (session === null || !(duration > 0)) return
      session.playbackState = playing ? 'playing' : 'paused'
      session.setPositionState({ duration, playbackRate, position: Math.min(position, duration) })
    },
    end(): void {
      for (const [name] of handlers) heed(session, name, null)
      if (session !== null) session.metadata = null
    },
  }
}

/** Browsers do not know all of these. */
function heed(
  session: MediaSession | null,
  name: MediaSessionAction,
  handler: MediaSessionActionHandler | null,
): void {
  try {
    session?.setActionHandler(name, handler)
  } catch {
    // The button is not there then.
  }
}
