import { decode } from './decode/decode.ts'
import type { Delivery } from './delivery.ts'
import type { Reading } from './draft.ts'
import type { Decoded } from './format.ts'
import { formats } from './formats.ts'
import { refuse } from './refuse.ts'
import { withoutControls } from './text/one-line.ts'
import { rootOf } from './xml/root-of.ts'

/**
 * Decodes, recognises and reads a delivery in the thread it is called in, which a hostile delivery
 * may block for ever: only the worker calls this.
 */
export async function readHere(delivery: Delivery): Promise<Reading> {
  const { text, remarks } = decode(delivery.bytes, delivery.contentType)
  const decoded: Decoded = { ...delivery, text, remarks }
  const format = formats.find((known) => known.recognises(decoded))
  if (format === undefined) return unrecognised(decoded)
  try {
    return await format.read(decoded)
  } catch (error) {
    const message = `It was recognised as ${format.name}, but reading it failed (${String(error).slice(0, 200)}). Please report this to Kiosk.`
    return refuse('read.failed', message, '', remarks)
  }
}

function unrecognised({ text, remarks }: Decoded): Reading {
  const start = text.slice(0, 100_000)
  if (withoutControls(start.replace(/<!--.*?-->|<\?.*?\?>/gs, '')).trim() === '') {
    return refuse('feed.empty', 'There is nothing in it.', '', remarks)
  }
  if (rootOf(text)?.name === 'html') return refuse('feed.unrecognised', webPage(text), '', remarks)
  const message = `It is in none of the formats we read: ${formats.map(({ name }) => name).join(', ')}.`
  return refuse('feed.unrecognised', message, '', remarks)
}

/** People often give the address of a site instead of its feed's, and the page names the feed. */
function webPage(text: string): string {
  const links = text.match(/<link\b[^>]{0,1000}>/gi) ?? []
  const feed = links.find((link) => /application\/(?:rss|atom|feed)\+(?:xml|json)/i.test(link))
  const address = feed?.match(/\bhref\s*=\s*["']?([^\s"'>]+)/i)?.[1]
  const found = address === undefined ? '' : ` It names one: ${address.slice(0, 300)}`
  return `This is a web page, not a feed. Give the address of the feed.${found}`
}
