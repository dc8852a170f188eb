import { returnPathIn } from '#accounts'
import type { Wish } from '#reading'
import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import type { Tongue } from '../../languages/tongue.ts'
import { type Page, page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { storyNamed } from '../queue/story-named.ts'
import { thingNamed } from './things.ts'

/** What a button does; its name is the deed, its value the thing. */
export const deeds = ['follow', 'unfollow', 'mute', 'unmute'] as const
export type Deed = (typeof deeds)[number]

/**
 * Follows and mutes, and lets go again; and ends a story that was begun ("forget"). A stranger is led
 * to sign in, and what they meant to follow is followed when they are (`do-meant.ts`).
 */
export function changeMine(needs: PageNeeds): Page {
  return page(addresses.mine, async (c) => {
    const tongue = c.get('tongue')
    const { name: locale } = tongue.locale
    const mine = href(addresses.mine, { locale })
    const scripted = c.req.header('accept') === 'application/json'
    const typed = await typedIn(c)
    const deed = deeds.find((one) => typed(one) !== '')
    const told = deed === undefined ? '' : `?${asking(deed, typed(deed), typed('return'))}`
    const readerId = c.get('reader')?.reader.id ?? null
    if (readerId === null) {
      return scripted ? c.body(null, 401) : c.redirect(signInFor(locale, mine + told), 303)
    }
    if (deed === undefined) {
      await forget(needs, readerId, typed('forget'))
      return scripted ? c.body(null, 204) : c.redirect(mine, 303)
    }
    const done = await changeInterest(needs, tongue, { readerId, deed, word: typed(deed) })
    if (scripted) return c.body(null, done === 'done' ? 204 : done === 'full' ? 409 : 400)
    const fromHere = new URL(typed('return') || mine, needs.settings.publicUrl).pathname === mine
    return c.redirect(fromHere && done === 'done' ? mine : mine + told, 303)
  })
}

/** The question under which the page tells how one thing stands, and leads back. */
function asking(deed: Deed, word: string, back: string): URLSearchParams {
  const path = returnPathIn(back)
  return new URLSearchParams({ [deed]: word, ...(path === null ? {} : { return: path }) })
}

interface Change {
  readonly readerId: string
  readonly deed: Deed
  readonly word: string
}

const wishes: Readonly<Record<Deed, Wish | null>> = {
  follow: 'follow',
  mute: 'mute',
  unfollow: null,
  unmute: null,
}

export async function changeInterest(
  needs: Pick<PageNeeds, 'shelves' | 'bylines' | 'theirs' | 'clock'>,
  tongue: Tongue,
  { readerId, deed, word }: Change,
): Promise<'done' | 'full' | 'unknown'> {
  const { interests } = needs.theirs
  const found = await thingNamed(needs, tongue, word)
  // A byline is followed across publications; what is muted is a publication or a topic.
  if (found === null || (deed === 'mute' && found.interest.kind === 'byline')) return 'unknown'
  const wish = wishes[deed]
  if (wish !== null) {
    const kept = await interests.keep(readerId, { ...found.interest, wish, at: needs.clock() })
    return kept ? 'done' : 'full'
  }
  await interests.drop(readerId, found.interest)
  return 'done'
}

async function forget(needs: PageNeeds, readerId: string, name: string): Promise<void> {
  const story = await storyNamed(needs, name)
  if (story !== null) await needs.places.forget(readerId, story.id)
}
