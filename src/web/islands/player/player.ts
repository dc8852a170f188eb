import { keptQueue } from '../kept-queue.ts'
import { type Bar, showPlaying, showTime, showTrack, showVoices } from './bar.ts'
import { type DeviceVoice, localVoice, sayOnDevice } from './device-voice.ts'
import { like, liked } from './liked.ts'
import { setSpoken, spokenElements } from './on-page.ts'
import type { Given } from './open.ts'
import { readAlong } from './read-along.ts'
import { MuteError } from './read-lines.ts'
import { seldom } from './seldom.ts'
import { sessionFor } from './session.ts'
import { sleepBy } from './sleep.ts'
import { type Telling, tell } from './telling.ts'
import { type Track, trackOfPage } from './track.ts'
import { upNext } from './up-next.ts'

/** Everything that is heard goes through here: buttons, keys, and what comes by itself. */
export class Player {
  readonly #bar: Bar
  readonly #given: Given
  readonly #home = trackOfPage()
  readonly #next: ReturnType<typeof upNext>
  readonly #along: ReturnType<typeof readAlong>
  readonly #session: ReturnType<typeof sessionFor>
  readonly #sleep: ReturnType<typeof sleepBy>
  #telling: Telling | null = null
  #asked: Track | null = null
  #device: DeviceVoice | null = null
  #asking = new AbortController()
  /** A connection that breaks twice in as many milliseconds is given up. */
  readonly #isNewFault = seldom(8_000)
  /** True while the reader holds the handle of the line: it does not move then. */
  isDragging = false

  constructor(bar: Bar, given: Given) {
    this.#bar = bar
    this.#given = given
    this.#next = upNext(bar, keptQueue(bar.bar.dataset.queue ?? ''))
    this.#along = readAlong(bar, {
      hear: (index, within) => {
        this.#telling?.sound.seek(index, within)
        this.#play()
      },
      soon: (index) => this.#telling?.soon(index),
    })
    this.#session = sessionFor({
      toggle: () => this.toggle(),
      step: (by) => this.step(by),
      seek: (seconds) => this.seek(seconds),
      next: () => void this.over(),
    })
    this.#sleep = sleepBy(bar.sleep, () => {
      bar.audio.pause()
      this.say('sleeping')
    })
    bar.speed.value = String(liked().speed)
  }

  /** Plays a story; pauses it, or goes on, when it is the one that is heard. */
  hear(track: Track): void {
    if (this.#asked?.name === track.name && this.#telling !== null) this.toggle()
    else void this.#begin(track)
  }

  toggle(): void {
    const { audio } = this.#bar
    if (this.#device !== null) this.#leave()
    else if (this.#telling === null) this.retry()
    else if (!audio.paused) audio.pause()
    else {
      if (audio.ended) this.#telling.sound.seek(0)
      this.#play()
    }
  }

  retry(): void {
    if (this.#asked !== null) void this.#begin(this.#asked)
  }

  /** Back to the beginning of the paragraph, or of the one before where it has only just begun. */
  step(by: -1 | 1): void {
    if (this.#telling === null) return
    const { sound, timeline } = this.#telling
    const { index, within } = sound.now()
    const to = by === 1 ? index + 1 : within > 2 ? index : index - 1
    if (to >= timeline.blocks.length) void this.over()
    else sound.seek(Math.max(0, to))
    this.show()
  }

  /** @param seconds from the beginning of the story */
  seek(seconds: number): void {
    if (this.#telling === null) return
    const { index, within } = this.#telling.timeline.momentAt(seconds)
    this.#telling.sound.seek(index, Math.max(0, within))
    this.#telling.soon(index)
    this.show()
  }

  faster(by: -1 | 1): void {
    const { speed } = this.#bar
    speed.selectedIndex = Math.min(speed.length - 1, Math.max(0, speed.selectedIndex + by))
    this.setSpeed()
  }

  setSpeed(): void {
    const speed = Number(this.#bar.speed.value)
    this.#bar.audio.playbackRate = speed
    like({ speed })
    this.show()
  }

  setVoice(): void {
    if (this.#asked === null) return
    const { language } = this.#asked
    like({ voices: { ...liked().voices, [language]: this.#bar.voice.value } })
    this.keep()
    this.retry()
  }

  addToQueue(): void {
    void this.#next.add(this.#asked)
  }

  /** Keeps the place that was come to. */
  keep(): void {
    if (this.#telling === null) return
    const { track, sound, timeline } = this.#telling
    const { index, within } = sound.now()
    const block = timeline.blocks[index]
    if (block === undefined) return
    const share = Math.min(1, Math.max(0, within / block.seconds))
    this.#keepAt(track, block.id, share)
  }

  /** Shows where it is. */
  show(): void {
    if (this.#telling === null) return
    const { sound, timeline } = this.#telling
    const { audio } = this.#bar
    const [position, total] = [sound.position(), timeline.total()]
    if (!this.isDragging) showTime(this.#bar, position, total)
    this.#session.at(position, total, audio.playbackRate, !audio.paused)
  }

  /** Shows where it would be if the handle were let go here. */
  showAt(seconds: number): void {
    if (this.#telling !== null) showTime(this.#bar, seconds, this.#telling.timeline.total())
  }

  playing(isPlaying: boolean): void {
    showPlaying(this.#bar, isPlaying)
    if (isPlaying) requestAnimationFrame(() => this.#draw())
    else if (!this.#bar.audio.ended) this.keep()
    this.show()
  }

  /** What is going on in the words of the page; `when` is one of its sentences, or empty. */
  say(when: string, canRetry = false): void {
    const { bar, said, retry, sentence } = this.#bar
    said.textContent = when === '' ? '' : sentence(when)
    retry.hidden = !canRetry
    bar.classList.toggle('is-saying', when !== '' && when !== 'making')
    bar.classList.toggle('is-making', when === 'making')
  }

  /** The sound came to its end, or broke off before. */
  ended(): void {
    if (this.#telling === null) return
    const { sound, timeline } = this.#telling
    if (sound.now().index < timeline.blocks.length - 1) sound.again()
    else void this.over()
  }

  broke(): void {
    if (this.#telling === null || this.#bar.audio.error === null) return
    if (this.#isNewFault()) {
      this.#telling.sound.again()
      this.#play()
    } else this.say('failed', true)
  }

  /** This story was heard: the next one follows, unless the listener wants to sleep. */
  async over(): Promise<void> {
    if (this.#telling === null) return
    const { track, timeline } = this.#telling
    const last = timeline.blocks.at(-1)
    if (last !== undefined) this.#keepAt(track, last.id, 1)
    this.#along.clear()
    const sleeps = this.#sleep.atEnd()
    const following = await this.#next.take(track)
    if (following !== null && !sleeps) {
      await this.#begin(following)
      return
    }
    this.#bar.audio.pause()
    this.#sleep.clear()
    this.say(sleeps ? 'sleeping' : timeline.head.part === 'lead' ? 'lead-over' : 'over')
  }

  end(): void {
    const { audio } = this.#bar
    this.keep()
    this.#leave()
    audio.pause()
    audio.removeAttribute('src')
    audio.load()
    this.#along.end()
    this.#session.end()
    this.#sleep.clear()
    setSpoken(false)
  }

  async #begin(track: Track): Promise<void> {
    const signal = this.#leave()
    const isHere = track.name === this.#home?.name
    this.#asked = track
    this.#along.begin(isHere ? track.language : null)
    setSpoken(isHere)
    showTrack(this.#bar, track, isHere)
    this.#session.tell(track)
    this.say('making')
    void this.#next.after(track)
    try {
      this.#telling = await this.#tell(track, isHere, signal)
      this.#along.over(this.#telling.timeline)
      showVoices(this.#bar, this.#telling.timeline.head)
      this.show()
    } catch (error) {
      if (signal.aborted) return
      this.#bar.audio.pause()
      const because = error instanceof MuteError ? error.because : 'failed'
      const isMute = because === 'no-voice' || because === 'forbidden'
      if (isMute && isHere && this.#sayOnDevice(track)) return
      this.say(because, because === 'failed' || because === 'busy')
    }
  }

  #tell(track: Track, isHere: boolean, signal: AbortSignal): Promise<Telling> {
    const { audio } = this.#bar
    const { speed, voices } = liked()
    audio.playbackRate = speed
    const voice = voices[track.language] ?? ''
    const place = this.#given.placeIn(track.name)
    const heard = () => {
      this.#along.learnt()
      this.show()
    }
    const broke = (because: string) => this.say(because, true)
    return tell(track, { audio, voice, place, isHere, heard, broke }, signal)
  }

  /** The last resort: the device's own voice, which reads from the page. */
  #sayOnDevice({ language }: Track): boolean {
    const voice = localVoice(language)
    if (voice === null) return false
    this.#device = sayOnDevice(spokenElements(), voice, liked().speed, (how) => {
      this.#leave()
      this.say(how === 'over' ? 'over' : 'no-voice')
    })
    showPlaying(this.#bar, true)
    this.say('device')
    return true
  }

  /** Lets go of what is told now; gives what ends the next. */
  #leave(): AbortSignal {
    if (this.#device !== null) showPlaying(this.#bar, false)
    this.#device?.end()
    this.#device = null
    this.#asking.abort()
    this.#asking = new AbortController()
    this.#telling?.end()
    this.#telling = null
    return this.#asking.signal
  }

  #play(): void {
    this.#bar.audio.play().catch(() => this.say('failed', true))
  }

  #keepAt({ name }: Track, block: string, share: number): void {
    this.#given.keepPlace(name, block, share, this.#bar.bar.dataset.places ?? '')
  }

  #draw(): void {
    const { audio } = this.#bar
    if (audio.paused) return
    requestAnimationFrame(() => this.#draw())
    const told = this.#telling
    if (told === null || told.track.name !== this.#home?.name || audio.muted) return
    const { index, within } = told.sound.now()
    const block = told.timeline.blocks[index]
    if (block !== undefined) this.#along.show(block, within)
  }
}
