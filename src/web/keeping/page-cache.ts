import type { MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import type { AppNeeds } from '../needs.ts'
import { sharedHeaders } from '../page.ts'
import { goesPast } from '../reader/goes-past.ts'
import type { Visit } from '../visit.ts'
import { type HeaderTable, type KeptPage, keepPage } from './kept-page.ts'
import { nameOfPage } from './name-of-page.ts'
import { everything } from './remember.ts'

export interface PageCache {
  /** The answer, when this page is kept; null when somebody has to make it. */
  answer(request: Request): Response | Promise<Response> | null
  /** Has a page made, once for all who ask for it meanwhile, and keeps it if it may be shared. */
  readonly make: MiddlewareHandler<Visit>
}

const mostBytes = 64 * 2 ** 20

/** For pages of which there are more than could be kept: they push out one another only. */
const mostSeldomBytes = 8 * 2 ** 20

/** Finished pages by path, and by question where a page answers questions. */
export function pageCache(
  { changes, clock, settings }: AppNeeds,
  protection: Promise<HeaderTable>,
): PageCache {
  const headers = protection.then((found) => ({ ...found, ...sharedHeaders }))
  const often = shelfOf(mostBytes)
  const seldom = shelfOf(mostSeldomBytes)
  const past = goesPast({ settings })
  const inMaking = new Map<string, Promise<KeptPage | null>>()

  changes.subscribe((what) => {
    // What is in the making may have been read before the change: it serves those who wait for
    // it already, and is not kept.
    inMaking.clear()
    for (const pages of [often, seldom]) {
      if (what === 'everything') pages.clear()
      else {
        for (const [name, { shows }] of pages.entries()) {
          if (shows === what.publicationSlug || shows === everything) pages.delete(name)
        }
      }
    }
  })

  const find = (name: string): KeptPage | undefined => {
    const page = often.get(name) ?? seldom.get(name)
    if (page === undefined || page.until === Number.POSITIVE_INFINITY) return page
    if (clock().epochMilliseconds < page.until) return page
    often.delete(name)
    seldom.delete(name)
    return undefined
  }

  const make: MiddlewareHandler<Visit> = async (c, next) => {
    if (past(c.req.raw)) c.set('alone', true)
    if (c.get('alone') || !isReading(c.req.raw)) return next()
    const name = nameOfPage(c.req.raw)
    const waitFor = inMaking.get(name)
    const shared = waitFor && (await waitFor)
    if (shared) return shared.answer(c.req.raw)

    const { promise, resolve } = Promise.withResolvers<KeptPage | null>()
    if (settings.pageCache) inMaking.set(name, promise)
    let made: KeptPage | null = null
    try {
      await next()
      const printed = c.get('printed')
      made = printed ? keepPage(printed, await headers, settings.pageCache) : null
    } finally {
      if (inMaking.get(name) === promise) {
        inMaking.delete(name)
        const pages = c.get('printed')?.seldom ? seldom : often
        if (made !== null) pages.set(name, made)
      }
      resolve(made)
    }
    if (made === null) return
    // Emptied first: Hono would otherwise mix the headers of both.
    c.res = undefined
    c.res = await made.answer(c.req.raw)
  }

  return {
    answer: (request) =>
      isReading(request) && !past(request)
        ? (find(nameOfPage(request))?.answer(request) ?? null)
        : null,
    make,
  }
}

const shelfOf = (maxSize: number) =>
  new LRUCache<string, KeptPage>({ maxSize, sizeCalculation: ({ size }) => size })

const isReading = ({ method }: Request) => method === 'GET' || method === 'HEAD'
