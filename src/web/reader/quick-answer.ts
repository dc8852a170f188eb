import { getPath } from 'hono/utils/url'
import { glance } from '#accounts'
import { openStory } from '#reading'
import { addresses } from '../addresses.ts'
import type { WholePages } from '../keeping/whole-pages.ts'
import type { AppNeeds } from '../needs.ts'
import { sessionCookie } from './cookies.ts'
import { isReading } from './reading-viewer.ts'
import { viewerFrom } from './viewer-of.ts'

/** A story's address in plain letters; the others take the long way. */
const storyAt = new RegExp(`^${addresses.story.replaceAll(/:(\w+)/g, '(?<$1>[\\w-]+)')}$`)

/**
 * Answers a reader who asks for a story that is open to them, when its page is kept: who they are and
 * whether it opens is asked each time, in the same way as everywhere; only the page is not made
 * anew. Whatever is not quite that (a session to renew, a gift, a count on the meter) gets null, and
 * goes the long way.
 */
export function quickAnswer(
  needs: AppNeeds,
  pages: WholePages,
): (request: Request) => Promise<Response | null> | null {
  const { accounts, clock, settings } = needs
  const opens = { ...needs, ...needs.access }
  const knows = { ...accounts, clock }
  const name = sessionCookie(settings)
  const session = new RegExp(`(?:^|;)\\s*${name}=([\\w-]+)(?=;|$)`)
  const gift = `${name.replace('session', 'gift')}=`

  const open = async (request: Request, token: string, path: string, at: StoryNames) => {
    const seen = await glance(knows, token)
    if (seen === null) return null
    const roles = (await accounts.readers.rolesOf([seen.reader.id])).get(seen.reader.id) ?? []
    const ask = { viewer: viewerFrom(seen.reader.id, roles), counts: false }
    const opening = await openStory(opens, at, ask)
    if (opening.kind !== 'whole') return null
    // Where they are in it stands on their page alone.
    const place = await needs.places.of(seen.reader.id, opening.story.id)
    if (place !== null) return null
    const page = pages.find(path, opening, request)
    if (page !== null && isReading(request)) {
      needs.theirs.opened.note(seen.reader.id, opening.story.id, clock())
    }
    return page
  }

  return (request) => {
    const cookie = request.method === 'GET' ? request.headers.get('cookie') : null
    if (cookie === null || cookie.includes(gift)) return null
    const token = session.exec(cookie)?.[1]
    if (token === undefined) return null
    const path = getPath(request)
    const { publication, edition, story } = storyAt.exec(path)?.groups ?? {}
    if (publication === undefined || edition === undefined || story === undefined) return null
    return open(request, token, path, { publication, edition, story })
  }
}

type StoryNames = Parameters<typeof openStory>[1]
