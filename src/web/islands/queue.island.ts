import { keepPlace, placeIn } from './kept-places.ts'
import { pageAt } from './page-at.ts'

/** The page of a queue, or a button that puts an edition into it: what it takes is fetched here. */
export function queue(place: HTMLElement): void {
  const { at = '' } = place.dataset
  import('./queue-page.ts').then(({ follow }) =>
    follow(place, async (track, from) => {
      const [{ open }, page] = await Promise.all([import('./player/open.ts'), pageAt(at)])
      open({ page, keepPlace, placeIn, from, track })
    }),
  )
}
