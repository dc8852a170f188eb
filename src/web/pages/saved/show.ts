import { returnPathIn } from '#accounts'
import { mostSaved } from '#reading'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { strangerSheet } from '../mine/stranger.ts'
import { storyNamed } from '../queue/story-named.ts'
import { type Only, onlyNamed, type SavedPage, savedSheet } from './page.ts'

/** Stories a page. */
const most = 50

/** What a reader saved, the last saved first. */
export function showSaved(needs: PageNeeds): Page {
  return page(addresses.saved, async (c) => {
    const tongue = c.get('tongue')
    const reader = c.get('reader')?.reader ?? null
    if (reader === null) return sendPage(c, needs.lay(tongue, strangerSheet(tongue, 'saved')))
    const question = new URL(c.req.url).searchParams
    const all = await needs.theirs.saved.of(reader.id)
    const only = onlyNamed(question.get('only'))
    const chosen = all.filter(({ isRead }) => only === null || isRead === (only === 'read'))
    const pages = Math.max(1, Math.ceil(chosen.length / most))
    const number = Math.min(pages, Math.max(1, Math.trunc(Number(question.get('page'))) || 1))
    const shown = chosen.slice((number - 1) * most, number * most)
    const ids = shown.map(({ storyId }) => storyId)
    const [cards, gone] = await Promise.all([needs.stories.byIds(ids), needs.theirs.gone.of(ids)])
    const counts: Record<Only | 'all', number> = {
      all: all.length,
      unread: all.filter(({ isRead }) => !isRead).length,
      read: all.filter(({ isRead }) => isRead).length,
    }
    const told = await toldOf(needs, new Set(all.map(({ storyId }) => storyId)), question)
    const saved = shown.map((one) => ({
      ...{ id: one.storyId, isRead: one.isRead },
      story: cards.get(one.storyId) ?? null,
      gone: gone.get(one.storyId) ?? null,
    }))
    const found: SavedPage = { saved, only, counts, number, pages, told }
    return sendPage(c, needs.lay(tongue, savedSheet(tongue, found)))
  })
}

/** How it stands with the one story that the address asks about. */
async function toldOf(
  needs: PageNeeds,
  saved: ReadonlySet<string>,
  question: URLSearchParams,
): Promise<SavedPage['told']> {
  const name = question.get('save') ?? question.get('unsave')
  if (name === null) return null
  const story = await storyNamed(needs, name)
  if (story === null) return null
  const isSaved = saved.has(story.id)
  const isFull = !isSaved && question.has('save') && saved.size >= mostSaved
  return { story, isSaved, isFull, back: returnPathIn(question.get('return') ?? '') }
}
