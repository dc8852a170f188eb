import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { storyNamed } from '../queue/story-named.ts'
import { thingNamed } from './things.ts'

/** As many as stand on one page. */
const mostAsked = 80
const stories = 'story/'

/**
 * How it stands with what is on a page, for its script: `?of=publication/tide&of=story/…` answers
 * `{"publication/tide": "follow"}`, and nothing about what is neither followed, muted nor saved.
 */
export function sendShelf(needs: PageNeeds): Page {
  return page(addresses.accountShelf, async (c) => {
    const readerId = c.get('reader')?.reader.id ?? null
    if (readerId === null) return c.json({}, 401)
    const { interests, saved } = needs.theirs
    const asked = (c.req.queries('of') ?? []).slice(0, mostAsked)
    const answer: Record<string, string> = {}

    const ids = new Map<string, string>()
    for (const word of asked.filter((one) => one.startsWith(stories))) {
      const story = await storyNamed(needs, word.slice(stories.length))
      if (story !== null) ids.set(story.id, word)
    }
    for (const id of await saved.among(readerId, [...ids.keys()])) {
      answer[ids.get(id) ?? ''] = 'save'
    }

    const kept = await interests.of(readerId)
    for (const word of kept.length === 0 ? [] : asked) {
      const found = await thingNamed(needs, c.get('tongue'), word)
      if (found === null) continue
      const { kind, subject } = found.interest
      const one = kept.find((its) => its.kind === kind && its.subject === subject)
      if (one !== undefined) answer[word] = one.wish
    }
    return c.json(answer)
  })
}
