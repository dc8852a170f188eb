import { keepPlace, placeIn } from './kept-places.ts'
import { pageAt } from './page-at.ts'

/** Plays the story on the page. The player is fetched when it is wanted, or is about to be. */
export function listen(link: HTMLElement): void {
  let fetched: Promise<[typeof import('./player/open.ts'), Document]> | null = null
  const fetchAll = () => {
    fetched ??= Promise.all([import('./player/open.ts'), pageAt(link.dataset.at ?? '')])
    return fetched
  }
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
