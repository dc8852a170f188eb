import { LRUCache } from 'lru-cache'
import type { Whole } from '#reading'
import type { AppNeeds } from '../needs.ts'
import { forNobodyElse, pageType } from '../page.ts'
import { type Encoding, encodingFor } from './encoding.ts'
import { compress, type HeaderTable } from './kept-page.ts'
import { everything } from './remember.ts'

/** Memory for whole pages, their compressed forms among them. */
const mostBytes = 32 * 2 ** 20

/** A page of text shrinks to about a fifth with brotli and a quarter with gzip. */
const withCompressed = 1.5

type Body = Buffer<ArrayBuffer>

interface Kept {
  readonly shows: string
  readonly forms: Map<Encoding, Body | Promise<Body>>
  readonly size: number
}

/**
 * Whole pages of walled stories as they are for all to whom they are open for the same reason. They
 * are given out after `openStory` opened the story to whoever asks, and never without it; to
 * everybody else they are `private, no-store`.
 */
export interface WholePages {
  /** To be asked before anything of the page is read: what changes later makes it old. */
  since(): number
  /** The page at this path, if it is kept, as this request wants it. */
  find(path: string, opening: Whole, request: Request): Response | Promise<Response> | null
  /** Keeps it, unless something changed since. */
  keep(page: NewWhole, request: Request): Response | Promise<Response>
}

interface NewWhole {
  readonly path: string
  readonly opening: Whole
  readonly body: Body
  /** The slug of the publication it shows, or 'everything'. */
  readonly shows: string
  readonly since: number
}

export function wholePages(
  { changes, settings }: Pick<AppNeeds, 'changes' | 'settings'>,
  protection: Promise<HeaderTable>,
): WholePages {
  const pages = new LRUCache<string, Kept>({
    maxSize: mostBytes,
    sizeCalculation: ({ size }) => size,
  })
  let changed = 0
  changes.subscribe((what) => {
    changed += 1
    if (what === 'everything') return pages.clear()
    for (const [name, { shows }] of pages.entries()) {
      if (shows === what.publicationSlug || shows === everything) pages.delete(name)
    }
  })
  let headers: HeaderTable = {}
  protection.then((found) => {
    headers = { ...found, ...pageType, 'cache-control': forNobodyElse, vary: 'Accept-Encoding' }
  })
  const send = (body: Body, coding: Encoding) => {
    const encoded = coding === 'identity' ? {} : { 'content-encoding': coding }
    return new Response(body, {
      headers: { ...headers, ...encoded, 'content-length': String(body.length) },
    })
  }
  const answer = ({ forms }: Kept, request: Request) => {
    const coding = encodingFor(request.headers.get('accept-encoding'))
    const form = forms.get(coding) ?? pack(forms, coding)
    return form instanceof Promise ? form.then((body) => send(body, coding)) : send(form, coding)
  }
  return {
    since: () => changed,
    find(path, opening, request) {
      const kept = pages.get(nameOf(path, opening))
      return kept === undefined ? null : answer(kept, request)
    },
    keep({ path, opening, body, shows, since }, request) {
      const size = Math.ceil(body.length * withCompressed) + 1_000
      const kept: Kept = { shows, size, forms: new Map([['identity', body]]) }
      if (settings.pageCache && since === changed) pages.set(nameOf(path, opening), kept)
      return answer(kept, request)
    },
  }
}

/** What the page of an open story says of who reads it is why it is open, and no more. */
function nameOf(path: string, { story, because, meter }: Whole): string {
  const counted = meter === null ? '' : `${meter.used}/${meter.allowed}`
  return `${path} ${story.id} ${story.revision} ${because} ${counted}`
}

/** Once for all who ask for it, on another thread. */
function pack(forms: Kept['forms'], coding: Encoding): Promise<Body> | Body {
  const plain = forms.get('identity')
  if (plain === undefined || plain instanceof Promise || coding === 'identity') {
    throw new TypeError('A page is kept as it is before it is packed')
  }
  const packing = compress(plain, coding).then((body) => {
    forms.set(coding, body)
    return body
  })
  forms.set(coding, packing)
  return packing
}
