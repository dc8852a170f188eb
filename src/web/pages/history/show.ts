import { addresses, href } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { forReader } from '../account/for-reader.ts'
import { strangerSheet } from '../mine/stranger.ts'
import { historySheet } from './page.ts'

/** Stories a page. */
const most = 60

/** Which stories a reader opened, if they want that kept: else how to have it kept. */
export function showHistory(needs: PageNeeds): Page {
  return page(addresses.history, async (c) => {
    const tongue = c.get('tongue')
    const reader = c.get('reader')?.reader ?? null
    if (reader === null) return sendPage(c, needs.lay(tongue, strangerSheet(tongue, 'history')))
    const { histories, gone } = needs.theirs
    const number = Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1)
    const [since, found] = await Promise.all([
      histories.since(reader.id),
      histories.of(reader.id, { skip: (number - 1) * most, most: most + 1 }),
    ])
    const opened = found.slice(0, most)
    const ids = opened.map(({ storyId }) => storyId)
    const [cards, left] = await Promise.all([needs.stories.byIds(ids), gone.of(ids)])
    const { timeZone, name } = needs.settings
    const sheet = historySheet(tongue, {
      stand: name,
      since: since?.toZonedDateTimeISO(timeZone).toPlainDate() ?? null,
      opened: opened.map(({ storyId, day }) => ({
        ...{ id: storyId, day },
        story: cards.get(storyId) ?? null,
        gone: left.get(storyId) ?? null,
      })),
      number,
      goesOn: found.length > most,
    })
    return sendPage(c, needs.lay(tongue, sheet))
  })
}

/** Begins and ends keeping it, and erases one story or all. */
export function changeHistory(needs: PageNeeds): Page {
  return forReader(addresses.history, async (c, { reader }) => {
    const { histories, opened } = needs.theirs
    const typed = await typedIn(c)
    const does = typed('does')
    if (does === 'begin') await histories.begin(reader.id, needs.clock())
    else opened.forget(reader.id)
    if (does === 'end') await histories.end(reader.id)
    if (does === 'erase-all') await histories.eraseAll(reader.id)
    if (typed('erase') !== '') await histories.erase(reader.id, typed('erase'))
    return c.redirect(href(addresses.history, { locale: c.get('tongue').locale.name }), 303)
  })
}
