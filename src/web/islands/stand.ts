import { display } from './display.island.ts'
import { keep } from './keep.island.ts'
import { language } from './language.island.ts'
import { listen } from './listen.island.ts'
import { order } from './order.island.ts'
import { passkey } from './passkey.island.ts'
import { place } from './place.island.ts'
import { queue } from './queue.island.ts'
import { reading } from './reading.island.ts'
import { search } from './search.island.ts'
import { settings } from './settings.island.ts'
import { share } from './share.island.ts'
import { translate } from './translate.island.ts'
import { translation } from './translation.island.ts'

/**
 * All islands of the stand, by the name that a page gives in data-island. They are one small file,
 * fetched once for all pages: a file each would cost a first visit more than all of them together.
 */
const islands: Readonly<Record<string, (place: HTMLElement) => void>> = {
  display,
  keep,
  language,
  listen,
  order,
  passkey,
  place,
  queue,
  reading,
  search,
  settings,
  share,
  translate,
  translation,
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) {
  islands[place.dataset.island ?? '']?.(place)
}
