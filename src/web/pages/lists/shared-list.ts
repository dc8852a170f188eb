import { html } from 'hono/html'
import { isToken } from '#accounts'
import type { StoryCard } from '#catalogue'
import { digestOf } from '#ground/digest'
import type { ReaderList } from '#reading'
import { addresses, href } from '../../addresses.ts'
import { card, marksOpenIn } from '../../components/card.ts'
import { icon } from '../../components/icon.ts'
import { pager } from '../../components/pager.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { openPace, paces } from '../../reader/pace.ts'
import { countOf } from '../front/counts.ts'
import { busyPageNotice, sendNotice } from '../notices/notice.ts'
import { dayOf } from '../plans/day-of.ts'

/** Stories a page. */
const onPage = 50

/**
 * A list that a reader shares, for whoever has its address: what anyone may see of its stories, and
 * of the reader nothing but the name they gave. It gives nobody a right.
 */
export function showSharedList(needs: PageNeeds): Page {
  const pace = openPace(needs, paces.lists)
  return page(addresses.sharedList, async (c, { token }) => {
    const wait = pace(c)
    if (wait > 0) {
      c.header('retry-after', String(wait))
      return sendNotice(c, needs, busyPageNotice)
    }
    const list = await sharedUnder(needs, token)
    if (list === null) return c.notFound()
    const pages = Math.max(1, Math.ceil(list.listed.length / onPage))
    const asked = Math.trunc(Number(c.req.query('page'))) || 1
    const here = Math.min(pages, Math.max(1, asked))
    const part = list.listed.slice((here - 1) * onPage, here * onPage)
    const cards = await needs.stories.byIds(part.map(({ storyId }) => storyId))
    const listed = part.flatMap(({ storyId, note }) => {
      const story = cards.get(storyId)
      return story === undefined ? [] : { story, note }
    })
    const tongue = c.get('tongue')
    const today = dayOf(needs, needs.clock())
    c.header('x-robots-tag', 'noindex')
    const shown = { list, listed, here, pages, today, token }
    return sendPage(c, needs.lay(tongue, sharedSheet(tongue, shown)))
  })
}

/** The list that is shared under this token; null when there is none, or none any more. */
export async function sharedUnder(
  { theirs }: Pick<PageNeeds, 'theirs'>,
  token: string,
): Promise<ReaderList | null> {
  return isToken(token) ? theirs.lists.shared(digestOf(token)) : null
}

/** Who made it, as far as they want it said. */
export const makerOf = ({ say }: Tongue, { shownName: name }: ReaderList): string =>
  name === '' ? say('list-by-reader') : say('list-by', { name })

interface Shown {
  readonly list: ReaderList
  /** Those of this page. */
  readonly listed: readonly { readonly story: StoryCard; readonly note: string }[]
  readonly here: number
  readonly pages: number
  readonly today: Temporal.PlainDate
  readonly token: string
}

function sharedSheet(tongue: Tongue, shown: Shown): Sheet {
  const { say, locale } = tongue
  const { list, listed, here, pages, today, token } = shown
  const { title, why } = list
  const marksOpen = marksOpenIn(listed.map(({ story }) => story))
  const items = listed.map(({ story, note }) => {
    const beside =
      note !== '' && html`<div class="reason"><p class="said" dir="auto">${note}</p></div>`
    return card(tongue, story, 'mine', { today, marksOpen, ...(beside && { beside }) })
  })
  const about = why !== '' && html`<p class="standfirst" dir="auto">${why}</p>`
  const facts = html`<p class="facts"><span>${makerOf(tongue, list)}</span><span>${countOf(tongue, 'stories', list.listed.length)}</span>${pages > 1 && html`<span>${say('page-of-pages', { page: here, pages })}</span>`}</p>`
  const stories =
    items.length === 0
      ? html`<p class="kind">${say('collection-none')}</p>`
      : html`<h2 class="unseen">${say('desk-stories')}</h2><ol class="cards">${items}</ol>`
  const at = href(addresses.sharedList, { locale: locale.name, token })
  const to = (page: number, rel?: 'next' | 'prev') =>
    html`href="${page === 1 ? at : `${at}?page=${page}`}" rel="${rel === undefined ? 'nofollow' : `${rel} nofollow`}"`
  const feed = href(addresses.sharedListFeed, { locale: locale.name, token: `${token}.atom` })
  const follow = html`<p class="feed"><a href="${feed}" type="application/atom+xml" rel="nofollow">${icon('feed')}<span>${say('feed-follow')}</span></a></p>`
  return {
    title: here === 1 ? title : say('catalogue-title-page', { title, page: here }),
    path: null,
    unlisted: true,
    kind: 'list',
    styles: 'keeping.css',
    body: html`<div class="mine saved shared-list"><header><h1 dir="auto">${title}</h1>${about}${facts}</header>${stories}${pager(tongue, { here, pages, to })}<p class="hint">${say('list-not-the-stand')}</p>${follow}</div>`,
  }
}
