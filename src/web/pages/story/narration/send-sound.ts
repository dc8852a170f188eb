import { hash } from 'node:crypto'
import type { Context } from 'hono'
import type { PlannedBlock, Sound } from '#narrate'
import { addresses } from '../../../addresses.ts'
import { type Page, page } from '../../../named-page.ts'
import { forNobodyElse } from '../../../page.ts'
import type { PageNeeds } from '../../../page-needs.ts'
import type { Visit } from '../../../visit.ts'
import { asksAgain, rangeOf } from './byte-range.ts'
import { blocksFrom, soundsInOrder, whyUnmade } from './in-order.ts'
import { maySpeak } from './may-speak.ts'
import { narrationOpener, type Opened, sendBusy, sendLimited, sendMute } from './open-narration.ts'
import { bytesBetween, bytesOf } from './sound-bytes.ts'
import { streamOf } from './stream-of.ts'

const headers = {
  'content-type': 'audio/mpeg',
  'cache-control': forNobodyElse,
  'x-robots-tag': 'noindex',
}

/**
 * The sound of a story as one MP3, from a block on: sent while it is made, and in any part once all
 * of it is.
 */
export function sendSound(needs: PageNeeds): Page {
  const open = narrationOpener(needs)
  const limit = maySpeak(needs)
  return page(addresses.narrationSound, async (c, here) => {
    // It was counted when the page, or what is said, was asked for.
    const opened = await open(c, here, false)
    if (opened.kind === 'mute') return sendMute(c, opened.because)
    const blocks = blocksFrom(opened.narration.blocks, c.req.query('from'))
    const made = blocks.flatMap(({ sound }) => sound ?? [])
    if (made.length === blocks.length) return sendMade(c, needs, { ...opened, blocks, made })
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const wait = await limit(c, opened)
    if (wait !== null) return sendLimited(c, wait, needs.clock())
    return sendMaking(c, needs, opened, blocks)
  })
}

interface Made extends Opened {
  readonly blocks: readonly PlannedBlock[]
  readonly made: readonly Sound[]
}

/** All of it is there: its length is known, and any part can be asked for. */
function sendMade(c: Context<Visit>, needs: PageNeeds, { made, ...opened }: Made): Response {
  const tag = `"${hash('sha256', made.map(({ key }) => key).join(' '), 'base64url')}"`
  const length = made.reduce((sum, { bytes }) => sum + bytes, 0)
  const whole = { ...headers, etag: tag, 'accept-ranges': 'bytes' }
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, whole)
  const range = asksAgain(c.req.header('if-range'), tag)
    ? null
    : rangeOf(c.req.header('range'), length)
  if (range === 'unsatisfiable') {
    return c.body(null, 416, { ...whole, 'content-range': `bytes */${length}` })
  }
  const { first, last } = range ?? { first: 0, last: length - 1 }
  const said = { ...whole, 'content-length': String(last - first + 1) }
  const part = range === null ? {} : { 'content-range': `bytes ${first}-${last}/${length}` }
  const status = range === null ? 200 : 206
  if (c.req.method === 'HEAD') return c.body(null, 200, { ...whole, 'content-length': `${length}` })
  const asking = new AbortController()
  const pieces = bytesBetween({ ...opened, made, signal: asking.signal }, { first, last })
  return c.body(streamOf(reported(needs, pieces, asking.signal), asking), status, {
    ...said,
    ...part,
  })
}

/** Nothing is answered before the first block is made: it may have to be said that it cannot be. */
async function sendMaking(
  c: Context<Visit>,
  needs: PageNeeds,
  opened: Opened,
  blocks: readonly PlannedBlock[],
): Promise<Response> {
  const asking = new AbortController()
  c.req.raw.signal.addEventListener('abort', () => asking.abort())
  const { clock } = needs
  const pieces = making({ ...opened, clock, signal: asking.signal }, blocks)
  try {
    const first = await pieces.next()
    const all = reported(needs, startingWith(first, pieces), asking.signal)
    return c.body(streamOf(all, asking), 200, headers)
  } catch (error) {
    return sendBusy(c, asking.signal.aborted ? 'busy' : whyUnmade(needs, error, making.name))
  }
}

type Pieces = AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>

async function* making(
  asked: Opened & { readonly clock: PageNeeds['clock']; readonly signal: AbortSignal },
  blocks: readonly PlannedBlock[],
): Pieces {
  for await (const { block, sound } of soundsInOrder(asked, blocks)) {
    yield new Uint8Array(await bytesOf(asked, sound, block))
  }
}

async function* startingWith(first: Awaited<ReturnType<Pieces['next']>>, pieces: Pieces): Pieces {
  if (first.done) return
  yield first.value
  yield* pieces
}

/** An answer that has begun can only break off: the player asks anew from where it broke. */
async function* reported(needs: PageNeeds, pieces: Pieces, signal: AbortSignal): Pieces {
  try {
    yield* pieces
  } catch (error) {
    if (!signal.aborted) whyUnmade(needs, error, 'sending a narration')
    throw error
  }
}
