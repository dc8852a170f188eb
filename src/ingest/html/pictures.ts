import type { DraftBlock } from '../draft.ts'
import type { Page } from './page.ts'
import { bestSource } from './picture-source.ts'
import { attribute, type Element, folded } from './tree.ts'

export type DraftPicture = Extract<DraftBlock, { kind: 'picture' }>

/** A `data:` picture may hold 2 MB, which base64 makes a third longer. */
const longestData = Math.ceil((2 * 2 ** 20 * 4) / 3) + 100

/** Shorter `data:` pictures are the empty stand-ins of pages that load their pictures by script. */
const shortestData = 200

/** The picture that an `<img>` shows; null for what only counts readers or shows nothing. */
export function pictureOf(img: Element, page: Page): DraftPicture | null {
  if (isTiny(img)) return null
  const from = bestSource(img, page.base)
  if (from === null) {
    const said = attribute(img, 'src')
    if (said !== '') {
      page.say(
        'image.bad',
        'A picture is left out: only http and https addresses and files below the story are read.',
        said.slice(0, 200),
      )
    }
    return null
  }
  if (from.startsWith('data:') ? !isUsableData(from, page) : isBeacon(from)) return null
  return {
    kind: 'picture',
    picture: { from },
    alt: folded(attribute(img, 'alt')),
    caption: '',
    credit: '',
  }
}

/** The emoji that a small picture stands for, or empty. */
export function emojiOf(img: Element): string {
  const alt = attribute(img, 'alt').trim()
  return /^\p{RGI_Emoji}$/v.test(alt) ? alt : ''
}

function isTiny(img: Element): boolean {
  const sizes = ['width', 'height'].map((name) => attribute(img, name)).filter(Boolean)
  return sizes.length > 0 && sizes.every((size) => /^\s*[012](?:px)?\s*$/.test(size))
}

function isUsableData(from: string, page: Page): boolean {
  if (from.length <= longestData) return from.length >= shortestData
  page.say(
    'image.bad',
    'A picture written into the text is larger than 2 MB and is left out: send it as a file.',
    from.slice(0, 40),
  )
  return false
}

const countingHost =
  /^(?:pixels?|beacons?|stats?|track(?:er|ing)?|analytics|count(?:er)?|metrics)\d*\./
const countingPath =
  /\/(?:pixel|beacon|1x1|spacer|blank|clear|transparent|track(?:er|ing)?|counter)(?:\.\w{2,4})?(?:\/|$)|\/~(?:r|ff|4)\//

/** Addresses that are asked for to be counted, not to be seen. */
function isBeacon(from: string): boolean {
  const address = URL.parse(from)
  if (address === null) return false
  return countingHost.test(address.hostname) || countingPath.test(address.pathname)
}
