import { keepPlace, placeIn } from './kept-places.ts'
import { pageAt } from './page-at.ts'

/** Plays the story on the page. The player is fetched when it is wanted, or is about to be. */
export function listen(link: HTMLElement): void {
  let fetched: Promise<[typeof import('./player/open.ts'), Document]> | null = null
  const fetchAll = () => {
    fetched ??= Promise.all([import('./player/open.ts'), pageAt(link.dataset.at ?? '')])
    return fetched
  }
  const { device } = link.dataset
  if (device !== undefined) showWithVoice(link, device)
  link.addEventListener('pointerenter', () => void fetchAll().catch(() => {}), { once: true })
  link.addEventListener('click', (event) => {
    if (!(link instanceof HTMLAnchorElement)) return
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    fetchAll().then(
      ([{ open }, page]) => open({ page, keepPlace, placeIn, from: link }),
      // Without the player the browser's own plays the same sound.
      () => location.assign(link.href),
    )
  })
}

/** The stand has no voice for this language: it is offered where the device has one of its own. */
function showWithVoice(link: HTMLElement, language: string): void {
  if (!('speechSynthesis' in window)) return
  const look = () => {
    const voices = speechSynthesis.getVoices()
    link.hidden = !voices.some(({ lang, localService }) => {
      return localService && lang.slice(0, 2) === language.slice(0, 2)
    })
  }
  speechSynthesis.addEventListener('voiceschanged', look)
  look()
}
