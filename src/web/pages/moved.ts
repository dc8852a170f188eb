import type { Context } from 'hono'
import { type Address, href, type Names } from '../addresses.ts'
import { questionOf, sendMoved } from '../page.ts'
import type { PageNeeds } from '../page-needs.ts'
import type { Visit } from '../visit.ts'
import { notFoundNotice, sendNotice } from './notices/notice.ts'

/**
 * The answer where there is no publication of this name: a former name leads on for ever to the
 * same page under the present one, whatever is there; any other is not found.
 */
export async function missingOrMoved<const Where extends Address>(
  c: Context<Visit>,
  needs: PageNeeds,
  address: Where,
  here: Names<Where> & { readonly publication: string },
): Promise<Response> {
  const present = await needs.publications.byFormerSlug(here.publication)
  if (present === null) return sendNotice(c, needs, notFoundNotice)
  return sendMoved(c, href(address, { ...here, publication: present }) + questionOf(c))
}
