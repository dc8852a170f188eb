import type { HeadLine } from './timeline.ts'
import type { Track } from './track.ts'

/** The pieces of the player, taken from the page that has them. */
export function barFrom(page: Document) {
  const template = page.querySelector<HTMLTemplateElement>('template#player')
  const drawn = template?.content.querySelector('.player')
  if (!drawn) throw new Error('The page has no player')
  const bar = document.importNode(drawn, true)
  if (!(bar instanceof HTMLElement)) throw new TypeError('The player is no element')
  const piece = <Piece extends Element>(place: string, kind: new () => Piece): Piece => {
    const found = bar.querySelector(place)
    if (!(found instanceof kind)) throw new Error(`The player has no ${place}`)
    return found
  }
  const element = (place: string) => piece(place, HTMLElement)
  return {
    bar,
    audio: piece('audio', HTMLAudioElement),
    title: piece('.title', HTMLAnchorElement),
    said: element('.said'),
    retry: piece('.retry', HTMLButtonElement),
    here: piece('.here', HTMLButtonElement),
    play: piece('.play', HTMLButtonElement),
    back: element('.back'),
    forward: element('.forward'),
    stop: element('.stop'),
    position: piece('.position', HTMLInputElement),
    gone: element('.gone'),
    left: element('.left'),
    speed: piece('.speed', HTMLSelectElement),
    voice: piece('.voice', HTMLSelectElement),
    sleep: piece('.sleep', HTMLSelectElement),
    coming: element('.coming'),
    queueAdd: piece('.queue-add', HTMLButtonElement),
    sentence: (when: string) =>
      bar.querySelector(`[data-when="${CSS.escape(when)}"]`)?.textContent ?? '',
  }
}

export type Bar = ReturnType<typeof barFrom>

/** "4:05", in the digits of the page's language. */
export function clockText(seconds: number): string {
  const { lang } = document.documentElement
  const locale = lang === 'ar' ? 'ar-u-nu-arab' : lang
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })
  const one = new Intl.NumberFormat(locale)
  const whole = Math.max(0, Math.round(seconds))
  return `${one.format(Math.floor(whole / 60))}:${two.format(whole % 60)}`
}

export function showTime({ position, gone, left }: Bar, now: number, total: number): void {
  position.max = String(Math.ceil(total))
  position.valueAsNumber = now
  // The line is drawn to where the handle came to stand.
  position.style.setProperty('--share', String(position.valueAsNumber / Number(position.max) || 0))
  position.ariaValueText = `${clockText(now)} / ${clockText(total)}`
  gone.textContent = clockText(now)
  left.textContent = `−${clockText(total - now)}`
}

export function showTrack({ title }: Bar, track: Track, isHere: boolean): void {
  title.textContent = track.title
  title.lang = track.language
  title.dir = 'auto'
  // On its own page it leads nowhere.
  if (isHere) title.removeAttribute('href')
  else title.href = track.at
}

export function showPlaying({ play, bar }: Bar, playing: boolean): void {
  const words = (playing ? play.dataset.pause : play.dataset.play) ?? ''
  play.ariaLabel = words
  play.title = `${words} (K)`
  bar.classList.toggle('is-playing', playing)
}

export function showVoices({ voice }: Bar, { voices, voice: own }: HeadLine): void {
  const { computer = '', named = '%' } = voice.dataset
  const languages = new Intl.DisplayNames(document.documentElement.lang, { type: 'language' })
  const isOnly = voices.length === 1
  const options = voices.map(({ id, name, spoken }) => {
    const called = name || (isOnly ? '' : languages.of(spoken))
    return new Option(called ? named.replace('%', called) : computer, id, false, id === own)
  })
  voice.replaceChildren(...options)
  voice.disabled = options.length < 2
}
