import { html } from 'hono/html'
import type { Byline, StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { card, marksOpenIn } from '../../components/card.ts'
import { feedLink } from '../../components/feed-link.ts'
import { followOne } from '../../components/keeping.ts'
import type { Savable } from '../../components/savable.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { bylineThing } from '../mine/things.ts'
import { savableIn } from '../saved/savable-in.ts'

const mostStories = 48

/** The newest stories that are signed with a name, of every publication. */
export function showByline(needs: PageNeeds): Page {
  return page(addresses.byline, async (c, { name }) => {
    const found = await needs.bylines.signed(name, mostStories)
    if (found === null) return c.notFound()
    const keep = await savableIn(c, needs, found.stories)
    const sheet = bylineSheet(c.get('tongue'), found, keep)
    // There are more names than pages that could be kept.
    const shared = { shows: 'everything', seldom: true }
    return sendPage(c, needs.lay(c.get('tongue'), sheet), { shared })
  })
}

function bylineSheet(
  tongue: Tongue,
  { key, name, stories }: Byline & { readonly stories: readonly StoryCard[] },
  keep: Savable | null,
): Sheet {
  const { say, locale } = tongue
  const path = href(addresses.byline, { locale: locale.name, name: key })
  const around = { marksOpen: marksOpenIn(stories), keep }
  const drawn = stories.map((story) => card(tongue, story, 'mine', around))
  const byline = { key, name }
  return {
    title: name,
    description: say('byline-intro', { name }),
    path,
    kind: 'list',
    ...(keep && { styles: 'saving.css' }),
    subject: { kind: 'byline', byline },
    body: html`<div class="topic-page"><header><h1 dir="auto">${name}</h1><p class="facts"><span>${say('byline-intro', { name })}</span></p></header>${followOne(tongue, bylineThing(key, name), path)}<section class="of-language"><h2>${say('byline-newest')}</h2><ul class="cards abreast">${drawn}</ul></section>${feedLink(tongue, { kind: 'byline', byline })}</div>`,
  }
}
