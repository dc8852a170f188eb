import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { PageNeeds } from '../page-needs.ts'
import { foreignNotice, sendNotice } from '../pages/notices/notice.ts'
import type { Visit } from '../visit.ts'

const mostBytes = 64 * 1_024

/**
 * What changes something is taken from our own pages only, and is small. Hono's csrf looks at forms
 * alone; this holds for what scripts send too. Browsers say where a request comes from
 * (Sec-Fetch-Site), older ones in Origin.
 * @param most bytes of what is sent
 */
export function fromOurPages(
  needs: Pick<PageNeeds, 'lay' | 'settings'>,
  most = mostBytes,
): readonly [MiddlewareHandler<Visit>, MiddlewareHandler<Visit>] {
  const { origin } = needs.settings.publicUrl
  return [
    async (c, next) => {
      const ours = c.req.header('sec-fetch-site') === 'same-origin'
      if (ours || c.req.header('origin') === origin) return next()
      return sendNotice(c, needs, foreignNotice)
    },
    bodyLimit({ maxSize: most, onError: (c) => c.body(null, 413) }),
  ]
}
