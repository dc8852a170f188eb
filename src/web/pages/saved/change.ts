import { returnPathIn } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { type Page, page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { storyNamed } from '../queue/story-named.ts'

type Typed = (name: string) => string

/**
 * Saves a story by its name ("save", "unsave"), and on the page of saved stories changes one by its
 * id, for that of a withdrawn story leads nowhere ("remove", "read", "unread"). A stranger is led to
 * sign in, and what they meant to save is saved when they are.
 */
export function changeSaved(needs: PageNeeds): Page {
  return page(addresses.saved, async (c) => {
    const { name: locale } = c.get('tongue').locale
    const at = href(addresses.saved, { locale })
    const scripted = c.req.header('accept') === 'application/json'
    const typed = await typedIn(c)
    const asked = askedIn(typed)
    const readerId = c.get('reader')?.reader.id ?? null
    if (readerId === null) {
      return scripted ? c.body(null, 401) : c.redirect(signInFor(locale, at + asked), 303)
    }
    const done = await change(needs, readerId, typed)
    if (scripted) return c.body(null, done ? 204 : 409)
    return c.redirect(returnPathIn(typed('return')) === at ? at : at + asked, 303)
  })
}

/** The question under which the page tells how it stands with one story, and leads back. */
function askedIn(typed: Typed): string {
  const deed = (['save', 'unsave'] as const).find((one) => typed(one) !== '')
  const only = new URLSearchParams(typed('only') === '' ? {} : { only: typed('only') })
  if (deed === undefined) return only.size === 0 ? '' : `?${only}`
  const back = returnPathIn(typed('return'))
  return `?${new URLSearchParams({ [deed]: typed(deed), ...(back === null ? {} : { return: back }) })}`
}

async function change(needs: PageNeeds, readerId: string, typed: Typed): Promise<boolean> {
  const { saved } = needs.theirs
  const story = await storyNamed(needs, typed('save') || typed('unsave'))
  if (typed('save') !== '') {
    return story !== null && saved.save(readerId, story.id, needs.clock())
  }
  if (story !== null) await saved.remove(readerId, story.id)
  if (typed('remove') !== '') await saved.remove(readerId, typed('remove'))
  if (typed('read') !== '') await saved.mark(readerId, typed('read'), needs.clock())
  if (typed('unread') !== '') await saved.mark(readerId, typed('unread'), null)
  return true
}
