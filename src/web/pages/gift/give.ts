import type { Context } from 'hono'
import { html } from 'hono/html'
import { giftAllowance, giveStory, type NotGiven } from '#access'
import type { PublicStory, StoryAddress } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { deed } from '../../components/form.ts'
import { plainBody } from '../../components/plain.ts'
import { secretLinkSheet } from '../../components/secret-link.ts'
import { spokenIn } from '../../components/spoken.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { SignedIn, Visit } from '../../visit.ts'
import { dayOf } from '../plans/day-of.ts'
import { sendGone } from '../story/gone.ts'

/** What giving a story away is, and how many links were made this month. */
export function showGive(needs: PageNeeds): Page {
  return forGiver(needs, async (c, { story, signedIn, at }) => {
    const tongue = c.get('tongue')
    const { say } = tongue
    const allowance = await giftAllowance(needs.access, signedIn.reader.id)
    const title = say('gift-give')
    const says = [say('gift-allowance', allowance), deed(at, say('gift-make'))]
    const spoken = spokenIn(story.language, story.direction)
    const parts = [{ title: html`<span ${spoken}>${story.headline}</span>`, says }]
    const body = plainBody({ title, intro: say('gift-intro'), parts })
    const sheet = { title, path: at, unlisted: true, kind: 'plain', body } as const
    return sendPage(c, needs.lay(tongue, sheet))
  })
}

/** Makes a link and shows it this once. */
export function giveAway(needs: PageNeeds): Page {
  const { access, lay, settings } = needs
  return forGiver(needs, async (c, { story, signedIn, here }) => {
    const tongue = c.get('tongue')
    const { say, locale, date } = tongue
    const given = await giveStory(access, { readerId: signedIn.reader.id, story })
    const names = { ...here, locale: locale.name }
    const back = { to: href(addresses.story, names), words: say('go-back') }
    if (!given.ok) return sendNotGiven(c, needs, given.reason, back.to)
    const { gift, token } = given.value
    const link = new URL(href(addresses.gift, { ...names, token }), settings.publicUrl)
    const intro = say('gift-link', { date: date(dayOf(needs, gift.until)) })
    const title = say('gift-give')
    const hint = say('gift-left', { left: gift.openings - gift.opened })
    const sheet = secretLinkSheet(tongue, {
      title,
      intro,
      label: say('gift-address'),
      link,
      hint,
      back,
    })
    return sendPage(c, lay(tongue, sheet))
  })
}

interface Giving {
  readonly story: PublicStory
  readonly signedIn: SignedIn
  readonly here: StoryAddress
  /** The page itself. */
  readonly at: string
}

function forGiver(
  needs: PageNeeds,
  show: (c: Context<Visit>, giving: Giving) => Promise<Response>,
): Page {
  return page(addresses.give, async (c, { publication, edition, story: slug }) => {
    const here = { publication, edition, story: slug }
    const story = await needs.stories.byAddress(here)
    if (story === null) return c.notFound()
    if (story === 'withdrawn') return sendGone(c, needs, here)
    const { name: locale } = c.get('tongue').locale
    const at = href(addresses.give, { ...here, locale })
    const signedIn = c.get('reader') ?? null
    if (signedIn === null) return c.redirect(signInFor(locale, at), 303)
    return show(c, { story, signedIn, here, at })
  })
}

function sendNotGiven(
  c: Context<Visit>,
  { lay }: PageNeeds,
  because: NotGiven,
  back: string,
): Promise<Response> {
  const tongue = c.get('tongue')
  const { say } = tongue
  const title = say('gift-give')
  const way = html`<p class="ways"><a class="button" href="${back}">${say('go-back')}</a></p>`
  const body = html`${plainBody({ title, intro: say(`gift-${because}`), parts: [] })}${way}`
  return sendPage(c, lay(tongue, { title, path: null, kind: 'plain', body }), { status: 409 })
}
