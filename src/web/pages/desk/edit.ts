import type { Context } from 'hono'
import type { Collection, StoryCard } from '#catalogue'
import { localesOf } from '../../languages/locales.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { Visit } from '../../visit.ts'
import { doneKeys, type EditPage, editSheet } from './edit-page.ts'
import type { ShowToEditor } from './for-editors.ts'
import { typedFrom } from './typed.ts'

const mostFound = 12

/** A collection as it is kept, to be changed. */
export function editCollection(needs: PageNeeds): ShowToEditor {
  return async (c) => {
    const collection = await needs.collectionDesk.byId(c.req.param('id') ?? '')
    if (collection === null) return c.notFound()
    const typed = typedFrom(collection, needs.settings.timeZone)
    const find = (c.req.query('find') ?? '').slice(0, longestQuestion)
    const done = c.req.query('done')
    const [does = '', storyId = ''] = (c.req.query('at') ?? '').split(' ')
    return sendEdit(c, needs, {
      ...{ collection, typed: { ...typed, find } },
      done: done !== undefined && isDone(done) ? done : null,
      at: storyId === '' ? null : { does, storyId },
    })
  }
}

const longestQuestion = 200

const isDone = (text: string): text is keyof typeof doneKeys => Object.hasOwn(doneKeys, text)

type Given = Pick<EditPage, 'collection' | 'typed'> & Partial<EditPage>

/** The page of one collection, with what was typed and what is wrong with it. */
export async function sendEdit(
  c: Context<Visit>,
  needs: PageNeeds,
  given: Given,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { settings, clock, stories, lay } = needs
  const { typed } = given
  const page: EditPage = {
    ...{ faults: [], meanwhile: false, addedByOther: [], done: null, at: null },
    ...given,
    found: typed.find === '' ? null : await foundBy(needs, typed.find, given.collection),
    cards: await stories.byIds(typed.chosen.map(({ storyId }) => storyId)),
    languages: localesOf({ pseudoLocales: false }).map(({ name }) => name),
    zone: settings.timeZone,
    now: clock(),
  }
  const tongue = c.get('tongue')
  return sendPage(c, lay(tongue, editSheet(tongue, page)), { status })
}

/** Stories with these words in their headline that are not in it yet; none while there is no index. */
async function foundBy(
  { search, stories, report }: Pick<PageNeeds, 'search' | 'stories' | 'report'>,
  words: string,
  { chosen }: Collection,
): Promise<readonly StoryCard[]> {
  const known = new Set(chosen.map(({ storyId }) => storyId))
  const suggested = await search.suggest(words, mostFound).catch((error: unknown) => {
    report(error, 'searching headlines at the desk')
    return []
  })
  const ids = suggested.filter((id) => !known.has(id))
  const cards = await stories.byIds(ids)
  return ids.flatMap((id) => cards.get(id) ?? [])
}
