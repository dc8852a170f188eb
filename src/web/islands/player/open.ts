import type { keepPlace, placeIn } from '../kept-places.ts'
import { barFrom } from './bar.ts'
import { heed } from './heed.ts'
import styles from './player.later.css'
import { Player } from './player.ts'
import { type Track, trackOfPage } from './track.ts'

/** What the page gives the player, which is fetched later. */
export interface Given {
  /** The page that has the player's markup and words. */
  readonly page: Document
  readonly keepPlace: typeof keepPlace
  readonly placeIn: typeof placeIn
  /** What was pressed: the focus goes back there when the player is closed. */
  readonly from: HTMLElement
  /** What to hear; otherwise it is the story of the page. */
  readonly track?: Track
}

let player: Player | null = null

/** Opens the player and plays; where it is open already, this pauses it or goes on. */
export function open(given: Given): void {
  const track = given.track ?? trackOfPage()
  if (track === null) return
  if (player !== null) {
    player.hear(track)
    return
  }
  wear()
  const bar = barFrom(given.page)
  document.body.append(bar.bar)
  document.documentElement.classList.add('is-listening')
  const stopStanding = standAbove(document.querySelector<HTMLElement>('.reading-tools'))
  const playing = new Player(bar, given)
  const stopHeeding = heed(bar, playing, () => {
    playing.end()
    stopHeeding()
    stopStanding()
    player = null
    bar.bar.remove()
    document.documentElement.classList.remove('is-listening')
    given.from.focus({ preventScroll: true })
  })
  player = playing
  player.hear(track)
  bar.play.focus({ preventScroll: true })
}

/** On a phone the tools of the story stay in reach below the player, however high they are. */
function standAbove(tools: HTMLElement | null): () => void {
  const { style } = document.documentElement
  const measure = () => {
    const isFoot = tools !== null && getComputedStyle(tools).position === 'fixed'
    style.setProperty('--foot', `${isFoot ? tools.offsetHeight : 0}px`)
  }
  const watching = new ResizeObserver(measure)
  if (tools !== null) watching.observe(tools)
  addEventListener('resize', measure)
  measure()
  return () => {
    watching.disconnect()
    removeEventListener('resize', measure)
    style.removeProperty('--foot')
  }
}

let worn = false

function wear(): void {
  if (worn) return
  worn = true
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  document.adoptedStyleSheets.push(sheet)
}
