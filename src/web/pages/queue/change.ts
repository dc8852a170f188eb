import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { type Page, page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { storyNamed } from './story-named.ts'

type Typed = (name: string) => string

/**
 * Changes a reader's queue, by a form or by the script. Without an account there is none here: the
 * script keeps it in the browser, and without it the reader is led to sign in.
 */
export function changeQueue(needs: PageNeeds): Page {
  return page(addresses.queue, async (c) => {
    const { name: locale } = c.get('tongue').locale
    const at = href(addresses.queue, { locale })
    const scripted = c.req.header('accept') === 'application/json'
    const readerId = c.get('reader')?.reader.id ?? null
    if (readerId === null) {
      return scripted ? c.body(null, 401) : c.redirect(signInFor(locale, at), 303)
    }
    const typed = await typedIn(c)
    const done = await change(needs, readerId, typed)
    if (scripted) return c.body(null, done ? 204 : 400)
    return c.redirect(at, 303)
  })
}

async function change(needs: PageNeeds, readerId: string, typed: Typed): Promise<boolean> {
  const { queues } = needs
  const does = typed('does')
  if (does === 'clear') await queues.clear(readerId)
  else if (does === 'add' || does === 'next') {
    const ids = await storiesMeant(needs, typed)
    await queues.add(readerId, ids, does === 'next' ? 'next' : 'last', needs.clock())
  } else {
    const story = await storyNamed(needs, typed('story'))
    // What is not on the stand any more is not in the queue either.
    return story === null || moveOne(needs, readerId, { id: story.id, does, typed })
  }
  return true
}

interface Moving {
  readonly id: string
  readonly does: string
  readonly typed: Typed
}

async function moveOne(
  needs: PageNeeds,
  readerId: string,
  { id, does, typed }: Moving,
): Promise<boolean> {
  const { queues } = needs
  if (does === 'remove') {
    await queues.remove(readerId, id)
    return true
  }
  const queued = await queues.of(readerId)
  const at = queued.indexOf(id)
  if (at === -1) return true
  if (does === 'up') await queues.move(readerId, id, queued[Math.max(0, at - 1)] ?? null)
  else if (does === 'down') await queues.move(readerId, id, queued[at + 2] ?? null)
  else if (does === 'before') {
    const before = await storyNamed(needs, typed('before'))
    await queues.move(readerId, id, before?.id ?? null)
  } else return false
  return true
}

/** As many names as one message can hold. */
const mostNames = 500

/** One story, or several a line each, or all of an edition ("publication/edition"). */
async function storiesMeant(needs: PageNeeds, typed: Typed): Promise<readonly string[]> {
  const [publication = '', edition = ''] = typed('edition').split('/')
  if (edition !== '') {
    const found = await needs.editions.byAddress(publication, edition)
    const stories = found === null ? [] : await needs.shelves.contents(found.id, publication)
    return stories.map(({ id }) => id)
  }
  const ids: string[] = []
  for (const name of typed('story').split(/\r?\n/).slice(0, mostNames)) {
    const story = await storyNamed(needs, name)
    if (story !== null) ids.push(story.id)
  }
  return ids
}
