import type { MiddlewareHandler } from 'hono'
import { getPath } from 'hono/utils/url'
import { LRUCache } from 'lru-cache'
import type { AppNeeds } from '../needs.ts'
import { sharedHeaders } from '../page.ts'
import type { Visit } from '../visit.ts'
import { type HeaderTable, type KeptPage, keepPage } from './kept-page.ts'

export interface PageCache {
  /** The answer, when this page is kept; null when somebody has to make it. */
  answer(request: Request): Response | Promise<Response> | null
  /** Has a page made, once for all who ask for it meanwhile, and keeps it if it may be shared. */
  readonly make: MiddlewareHandler<Visit>
}

const mostBytes = 64 * 2 ** 20

/** Finished pages by path; a query string changes nothing about them. */
export function pageCache(
  { changes, clock, settings }: AppNeeds,
  protection: Promise<HeaderTable>,
): PageCache {
  const headers = protection.then((found) => ({ ...found, ...sharedHeaders }))
  const pages = new LRUCache<string, KeptPage>({
    maxSize: mostBytes,
    sizeCalculation: ({ size }) => size,
  })
  const inMaking = new Map<string, Promise<KeptPage | null>>()

  changes.subscribe((what) => {
    // What is in the making may have been read before the change: it serves those who wait for
    // it already, and is not kept.
    inMaking.clear()
    if (what === 'everything') return pages.clear()
    for (const [path, { shows }] of pages.entries()) {
      if (shows === what.publicationSlug || shows === 'everything') pages.delete(path)
    }
  })

  const find = (path: string): KeptPage | undefined => {
    const page = pages.get(path)
    if (page === undefined || page.until === Number.POSITIVE_INFINITY) return page
    if (clock().epochMilliseconds < page.until) return page
    pages.delete(path)
    return undefined
  }

  const make: MiddlewareHandler<Visit> = async (c, next) => {
    if (!isReading(c.req.raw)) return next()
    const path = getPath(c.req.raw)
    const waitFor = inMaking.get(path)
    const shared = waitFor && (await waitFor)
    if (shared) return shared.answer(c.req.raw)

    const { promise, resolve } = Promise.withResolvers<KeptPage | null>()
    if (settings.pageCache) inMaking.set(path, promise)
    let made: KeptPage | null = null
    try {
      await next()
      const printed = c.get('printed')
      made = printed ? keepPage(printed, await headers, settings.pageCache) : null
    } finally {
      if (inMaking.get(path) === promise) {
        inMaking.delete(path)
        if (made !== null) pages.set(path, made)
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
      isReading(request) ? (find(getPath(request))?.answer(request) ?? null) : null,
    make,
  }
}

const isReading = ({ method }: Request) => method === 'GET' || method === 'HEAD'
