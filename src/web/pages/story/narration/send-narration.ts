import type { Context } from 'hono'
import type { Narrator } from '#narrate'
import type { Place } from '#reading'
import { addresses } from '../../../addresses.ts'
import { type Page, page } from '../../../named-page.ts'
import { forNobodyElse } from '../../../page.ts'
import type { PageNeeds } from '../../../page-needs.ts'
import { isReading } from '../../../reader/reading-viewer.ts'
import type { Visit } from '../../../visit.ts'
import { blocksFrom, soundsInOrder, whyUnmade } from './in-order.ts'
import { blockLine, headLine, lineOf } from './lines.ts'
import { maySpeak } from './may-speak.ts'
import { narrationOpener, type Opened, sendLimited, sendMute } from './open-narration.ts'
import { streamOf } from './stream-of.ts'

const headers = {
  'content-type': 'application/x-ndjson; charset=utf-8',
  'cache-control': forNobodyElse,
  'x-robots-tag': 'noindex',
}

/**
 * What is heard of a story, and when: first what there will be, then a line a block as it is made,
 * from the block that was asked for on, and then those before it.
 */
export function sendNarration(needs: PageNeeds): Page {
  const open = narrationOpener(needs)
  const limit = maySpeak(needs)
  return page(addresses.narration, async (c, here) => {
    const opened = await open(c, here, isReading(c.req.raw))
    if (opened.kind === 'mute') return sendMute(c, opened.because)
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const wait = await limit(c, opened)
    if (wait !== null) return sendLimited(c, wait, needs.clock())
    const place = await placeOf(c, needs, opened.heard.storyId)
    const asking = new AbortController()
    const lines = linesOf(needs, opened, { place, from: c.req.query('from') }, asking.signal)
    return c.body(streamOf(lines, asking), 200, headers)
  })
}

interface Wanted {
  readonly place: Place | null
  readonly from: string | undefined
}

const utf8 = new TextEncoder()

async function* linesOf(
  needs: PageNeeds,
  opened: Opened,
  { place, from }: Wanted,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const { narrator, heard, narration } = opened
  const { language } = heard
  const { blocks } = narration
  const wanted = blocksFrom(blocks, from)
  const before = blocks.slice(0, blocks.length - wanted.length)
  const voices = voicesFor(narrator, opened)
  yield utf8.encode(headLine(narration, { language, voices, place }))
  try {
    for await (const made of soundsInOrder({ ...opened, clock: needs.clock, signal }, [
      ...wanted,
      ...before,
    ])) {
      yield utf8.encode(blockLine(made))
    }
  } catch (error) {
    if (signal.aborted) return
    yield utf8.encode(lineOf({ because: whyUnmade(needs, error, 'making a narration') }))
  }
}

const voicesFor = (narrator: Narrator, { heard }: Opened) =>
  narrator.voices(heard.language, heard.mayLeave)

async function placeOf(
  c: Context<Visit>,
  { places }: PageNeeds,
  storyId: string,
): Promise<Place | null> {
  const reader = c.get('reader')?.reader ?? null
  return reader && places.of(reader.id, storyId)
}
