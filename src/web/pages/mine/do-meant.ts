import type { Context } from 'hono'
import { addresses, href } from '../../addresses.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { Visit } from '../../visit.ts'
import { storyNamed } from '../queue/story-named.ts'
import { changeInterest } from './change.ts'

/**
 * Does what somebody pressed before they were asked to sign in: the path that leads them back says
 * it. Following and saving alone, for such a path can stand in a link that others made.
 * @param path where the reader, who has just signed in, is led on to
 */
export async function doMeant(
  c: Context<Visit>,
  needs: PageNeeds,
  readerId: string,
  path: string,
): Promise<void> {
  const tongue = c.get('tongue')
  const { pathname, searchParams } = new URL(path, needs.settings.publicUrl)
  const locale = pathname.split('/')[1] ?? ''
  const word = searchParams.get('follow')
  if (pathname === href(addresses.mine, { locale }) && word !== null) {
    await changeInterest(needs, tongue, { readerId, deed: 'follow', word })
  }
  const name = searchParams.get('save')
  if (pathname === href(addresses.saved, { locale }) && name !== null) {
    const story = await storyNamed(needs, name)
    if (story !== null) await needs.theirs.saved.save(readerId, story.id, needs.clock())
  }
}
