import type { Context } from 'hono'
import type { Viewer } from '#access'
import { askerAt } from '#accounts'
import type { AppNeeds } from '../needs.ts'
import type { Visit } from '../visit.ts'
import { askedFrom } from './asked-from.ts'
import { cookiesOf } from './cookies.ts'
import { viewerOf } from './viewer-of.ts'

/** Who asks for a story: a stranger with their browser's count where the operator gives them one. */
export function readingViewer({
  access,
  settings,
}: Pick<AppNeeds, 'access' | 'settings'>): (c: Context<Visit>) => Viewer {
  const cookies = cookiesOf(settings)
  return (c) => {
    const viewer = viewerOf(c)
    if (viewer.kind !== 'stranger' || access.rules.strangers === 0) return viewer
    const prefix = askerAt(askedFrom(c, settings))
    return { ...viewer, browser: { cookie: cookies.read(c, 'meter'), prefix } }
  }
}

/** Only a reader who came for the story spends one of theirs: no HEAD, and nothing fetched ahead. */
export function isReading({ method, headers }: Request): boolean {
  const purpose = headers.get('sec-purpose') ?? headers.get('purpose') ?? ''
  return method === 'GET' && !/\b(?:prefetch|prerender|preview)\b/i.test(purpose)
}
