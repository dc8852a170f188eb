import type { Context } from 'hono'
import { html } from 'hono/html'
import { type NotOpened, openGift, whyGiftIsShut } from '#access'
import type { StoryAddress } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { deed } from '../../components/form.ts'
import { plainBody } from '../../components/plain.ts'
import { spokenIn } from '../../components/spoken.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import { withClaim } from '../../reader/gift-claims.ts'
import type { Visit } from '../../visit.ts'
import { sendGone } from '../story/gone.ts'

/**
 * Says that there is a story to be opened, or why there is none any more; programs that only look
 * open nothing.
 */
export function showGift({ lay, settings, ...needs }: PageNeeds): Page {
  return page(addresses.gift, async (c, here) => {
    const story = await needs.stories.byAddress(here)
    if (story === null) return c.notFound()
    if (story === 'withdrawn') return sendGone(c, { ...needs, lay, settings }, here)
    const readerId = c.get('reader')?.reader.id ?? null
    const shut = await whyGiftIsShut(needs.access, { token: here.token, readerId })
    if (shut !== null) return sendShut(c, lay, shut, here)
    const tongue = c.get('tongue')
    const { say, locale } = tongue
    const at = href(addresses.gift, { ...here, locale: locale.name })
    const title = say('gift-title')
    const intro = say('gift-for-you', { stand: settings.name })
    const spoken = spokenIn(story.language, story.direction)
    const named = html`<span ${spoken}>${story.headline}</span>`
    const about = story.standfirst && html`<p ${spoken}>${story.standfirst}</p>`
    const parts = [{ title: named, says: [about, deed(at, say('gift-open'))] }]
    const body = plainBody({ title, intro, parts })
    return sendPage(c, lay(tongue, { title, path: null, kind: 'plain', body }))
  })
}

/** Opens it for a reader, who keeps it, or for this browser, which keeps it a day. */
export function openGiven({ access, lay, settings }: PageNeeds): Page {
  const cookies = cookiesOf(settings)
  return page(addresses.gift, async (c, { token, ...here }) => {
    const readerId = c.get('reader')?.reader.id ?? null
    const opened = await openGift(access, { token, readerId })
    if (!opened.ok) return sendShut(c, lay, opened.reason, here)
    const { claim } = opened.value
    if (claim !== null) cookies.keep(c, 'gift', withClaim(cookies.read(c, 'gift'), claim))
    return c.redirect(`${storyAt(c, here)}#rest`, 303)
  })
}

/** Why it opens nothing, and the way to what is open of the story. */
function sendShut(
  c: Context<Visit>,
  lay: PageNeeds['lay'],
  because: NotOpened,
  here: StoryAddress,
): Promise<Response> {
  const tongue = c.get('tongue')
  const { say } = tongue
  const title = say('gift-title')
  const way = html`<p class="ways"><a class="button" href="${storyAt(c, here)}">${say('gift-to-story')}</a></p>`
  const body = html`${plainBody({ title, intro: say(`gift-${because}`), parts: [] })}${way}`
  return sendPage(c, lay(tongue, { title, path: null, kind: 'plain', body }), { status: 410 })
}

const storyAt = (c: Context<Visit>, { publication, edition, story }: StoryAddress) =>
  href(addresses.story, { publication, edition, story, locale: c.get('tongue').locale.name })
