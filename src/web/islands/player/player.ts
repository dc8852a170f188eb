import { keptQueue } from '../kept-queue.ts'
import { type Bar, showPlaying, showTime, showTrack, showVoices } from './bar.ts'
import { heedKeys } from './keys.ts'
import { like, liked } from './liked.ts'
import type { Given } from './open.ts'
import { readAlong } from './read-along.ts'
import { MuteError } from './read-lines.ts'
import { sessionFor } from './session.ts'
import { sleepBy } from './sleep.ts'
import { type Telling, tell } from './telling.ts'
import { type Track, trackOfPage } from './track.ts'
import { upNext } from './up-next.ts'

export interface Player {
  /** Plays a story; pauses it, or goes on, when it is the one that is heard. */
  readonly hear: (track: Track) => void
}

/** Milliseconds after which the place is kept again. */
const keepEvery = 10_000
/** Milliseconds within which a connection that breaks twice is given up. */
const patience = 8_000

/** Everything that is heard goes through here: the bar's buttons, keys, and what comes by itself. */
export function playerWith(bar: Bar, given: Given, closed: () => void): Player {
  const { audio } = bar
  const home = trackOfPage()
  const { queue: queueAt = '', places: placesAt = '' } = bar.bar.dataset
  const queue = keptQueue(queueAt)
  const article = document.querySelector<HTMLElement>('.story[data-story]')
  let telling: Telling | null = null
  let asked: Track | null = null
  let asking = new AbortController()
  let brokeAt = 0
  let dragging = false
  const isHere = (track: Track | null) => track !== null && track.name === home?.name

  const say = (when: string, retry = false) => {
    bar.said.textContent = when === '' ? '' : bar.sentence(when)
    bar.retry.hidden = !retry
    bar.bar.classList.toggle('is-saying', when !== '' && when !== 'making')
    bar.bar.classList.toggle('is-making', when === 'making')
  }
  const along = readAlong(bar, (index, within) => {
    telling?.sound.seek(index, within)
    void audio.play().catch(() => {})
  })
  const next = upNext(bar, queue)

  const keep = () => {
    if (telling === null) return
    const { index, within } = telling.sound.now()
    const block = telling.timeline.blocks[index]
    if (block === undefined) return
    const share = Math.min(1, Math.max(0, within / block.seconds))
    given.keepPlace(telling.track.name, block.id, share, placesAt)
  }
  const show = () => {
    if (telling === null) return
    const { sound, timeline } = telling
    const [position, total] = [sound.position(), timeline.total()]
    if (!dragging) showTime(bar, position, total)
    session.at(position, total, audio.playbackRate, !audio.paused)
  }
  const draw = () => {
    if (audio.paused) return
    requestAnimationFrame(draw)
    if (telling === null || !isHere(telling.track)) return
    const { index, within } = telling.sound.now()
    const block = telling.timeline.blocks[index]
    if (block !== undefined) along.show(block, within)
  }

  const begin = async (track: Track, again = false) => {
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    telling?.end()
    telling = null
    asked = track
    along.begin(isHere(track) ? track.language : null)
    if (article) setSpoken(article, isHere(track))
    showTrack(bar, track, isHere(track))
    session.tell(track)
    say('making')
    void next.after(track)
    audio.playbackRate = liked().speed
    try {
      const told = await tell(
        track,
        {
          audio,
          voice: liked().voices[track.language] ?? '',
          place: again ? null : given.placeIn(track.name),
          isHere: isHere(track),
          heard: show,
          broke: (because) => say(because, true),
        },
        signal,
      )
      telling = told
      along.over(told.timeline)
      showVoices(bar, told.timeline.head)
      show()
    } catch (error) {
      if (signal.aborted) return
      audio.pause()
      const because = error instanceof MuteError ? error.because : 'failed'
      say(because, because === 'failed' || because === 'busy')
    }
  }

  const over = async () => {
    if (telling === null) return
    const { track, timeline } = telling
    const last = timeline.blocks.at(-1)
    if (last !== undefined) given.keepPlace(track.name, last.id, 1, placesAt)
    along.clear()
    const sleeps = sleep.atEnd()
    const following = await next.take(track)
    if (following !== null && !sleeps) return begin(following)
    sleep.clear()
    say(sleeps ? 'sleeping' : timeline.head.part === 'lead' ? 'lead-over' : 'over')
  }

  const toggle = () => {
    if (telling === null) return asked === null ? undefined : void begin(asked)
    if (!audio.paused) return audio.pause()
    if (audio.ended) telling.sound.seek(0)
    void audio.play().catch(() => say('failed', true))
  }
  const step = (by: -1 | 1) => {
    if (telling === null) return
    const { sound, timeline } = telling
    const { index, within } = sound.now()
    // Once more from its beginning, unless it has only just begun.
    const to = by === 1 ? index + 1 : within > 2 ? index : index - 1
    if (to >= timeline.blocks.length) return void over()
    sound.seek(Math.max(0, to))
    show()
  }
  const faster = (by: -1 | 1) => {
    const at = Math.min(bar.speed.length - 1, Math.max(0, bar.speed.selectedIndex + by))
    bar.speed.selectedIndex = at
    setSpeed()
  }
  const setSpeed = () => {
    const speed = Number(bar.speed.value)
    audio.playbackRate = speed
    like({ speed })
    show()
  }
  const seek = (seconds: number) => {
    if (telling === null) return
    const { index, within } = telling.timeline.momentAt(seconds)
    telling.sound.seek(index, Math.max(0, within))
    show()
  }
  const stop = () => {
    keep()
    asking.abort()
    telling?.end()
    telling = null
    audio.pause()
    audio.removeAttribute('src')
    audio.load()
    along.end()
    forgetKeys()
    session.end()
    sleep.clear()
    clearInterval(keeping)
    removeEventListener('pagehide', keep)
    if (article) setSpoken(article, false)
    closed()
  }
  const failed = () => {
    if (telling === null || audio.error === null) return
    const isNew = Date.now() - brokeAt > patience
    brokeAt = Date.now()
    if (!isNew) return say('failed', true)
    telling.sound.again()
    void audio.play().catch(() => {})
  }

  const session = sessionFor({ toggle, step, seek, next: () => void over() })
  const sleep = sleepBy(bar.sleep, () => {
    audio.pause()
    say('sleeping')
  })
  const forgetKeys = heedKeys({ toggle, step, faster, stop })
  const keeping = setInterval(() => !audio.paused && keep(), keepEvery)
  addEventListener('pagehide', keep)
  bar.speed.value = String(liked().speed)

  audio.addEventListener('play', () => {
    showPlaying(bar, true)
    requestAnimationFrame(draw)
  })
  audio.addEventListener('playing', () => say(''))
  audio.addEventListener('waiting', () => say('making'))
  audio.addEventListener('pause', () => {
    showPlaying(bar, false)
    if (!audio.ended) keep()
    show()
  })
  audio.addEventListener('timeupdate', show)
  audio.addEventListener('error', failed)
  audio.addEventListener('ended', () => {
    if (telling === null) return
    const { index } = telling.sound.now()
    // The sound broke off before its end.
    if (index < telling.timeline.blocks.length - 1) return telling.sound.again()
    void over()
  })
  bar.play.addEventListener('click', toggle)
  bar.back.addEventListener('click', () => step(-1))
  bar.forward.addEventListener('click', () => step(1))
  bar.stop.addEventListener('click', stop)
  bar.speed.addEventListener('change', setSpeed)
  bar.position.addEventListener('input', () => {
    dragging = true
    showTime(bar, bar.position.valueAsNumber, telling?.timeline.total() ?? 0)
  })
  bar.position.addEventListener('change', () => {
    dragging = false
    seek(bar.position.valueAsNumber)
  })
  bar.retry.addEventListener('click', () => asked && void begin(asked))
  bar.voice.addEventListener('change', () => {
    if (asked === null) return
    like({ voices: { ...liked().voices, [asked.language]: bar.voice.value } })
    keep()
    void begin(asked)
  })
  bar.queueAdd.addEventListener('click', () => void next.add(asked))

  return {
    hear(track) {
      if (asked?.name === track.name && telling !== null) toggle()
      else void begin(track)
    },
  }
}

/** The page keeps no place while the player does. */
function setSpoken({ dataset }: HTMLElement, spoken: boolean): void {
  if (spoken) dataset.spoken = ''
  else delete dataset.spoken
}
