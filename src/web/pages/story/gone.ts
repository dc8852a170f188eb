import type { Context } from 'hono'
import type { StoryAddress } from '#catalogue'
import type { PageNeeds } from '../../page-needs.ts'
import type { Visit } from '../../visit.ts'
import { goneNotice, sendNotice } from '../notices/notice.ts'

/** The answer where a story was withdrawn: it names its publication and leads to what is new there. */
export async function sendGone(
  c: Context<Visit>,
  needs: PageNeeds,
  { publication: slug }: Pick<StoryAddress, 'publication'>,
): Promise<Response> {
  const publication = await needs.shelves.publication(slug)
  const [newest] = publication ? await needs.shelves.editions(publication.id, slug) : []
  return sendNotice(c, needs, goneNotice, newest)
}
