import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { ReaderViewer, Viewer } from '#access'
import type { Role } from '#accounts'
import type { Visit } from '../visit.ts'
import { digestsIn } from './gift-claims.ts'

/** Who asks, as the decision about a story wants to know it. */
export function viewerOf(c: Context<Visit>): Viewer {
  const signedIn = c.get('reader') ?? null
  const claims = digestsIn(getCookie(c, 'gift', 'host') || getCookie(c, 'gift') || null)
  const given = claims.length > 0 ? { claims } : {}
  if (signedIn === null) return { kind: 'stranger', ...given }
  const { reader, roles } = signedIn
  return { ...viewerFrom(reader.id, roles), ...given }
}

export function viewerFrom(readerId: string, roles: readonly Role[]): ReaderViewer {
  return { kind: 'reader', readerId, staffOf: staffOf(roles) }
}

function staffOf(roles: readonly Role[]): ReaderViewer['staffOf'] {
  const places = roles.map((role) => (role.kind === 'operator' ? null : role.publicationId))
  const named = places.filter((id) => id !== null)
  return named.length < places.length ? 'everything' : named
}
