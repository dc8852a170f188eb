import type { Context } from 'hono'
import { html } from 'hono/html'
import { useLink } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { deed } from '../../components/form.ts'
import { plainBody } from '../../components/plain.ts'
import type { Sheet } from '../../layout.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { accountsFor, visitorIn, waitWords } from '../../reader/asking.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import type { Visit } from '../../visit.ts'
import { enter } from './enter.ts'
import { noteRefusal } from './note-refusal.ts'

/** What the link of a mail opens. It uses nothing: scanners follow links before readers do. */
export function showLink(needs: PageNeeds): Page {
  return page(addresses.signInLink, (c, here) =>
    sendLinkPage(c, needs, href(addresses.signInLink, here)),
  )
}

export function useOpenedLink(needs: PageNeeds): Page {
  const cookies = cookiesOf(needs.settings)
  return page(addresses.signInLink, async (c, { token }) => {
    const used = await useLink(accountsFor(needs), token, visitorIn(c, needs, cookies))
    if (used.ok) return c.redirect(await enter(c, needs, cookies, used.value), 303)
    noteRefusal(needs, 'link', used.reason)
    if (used.reason.kind === 'wait') {
      return sendLinkPage(c, needs, null, waitWords(c, used.reason, needs), 429)
    }
    return sendLinkPage(c, needs, null, c.get('tongue').say('link-not-good'), 422)
  })
}

/** @param at where the button sends to; null when the link is of no use */
function sendLinkPage(
  c: Context<Visit>,
  { lay, settings }: PageNeeds,
  at: string | null,
  problem?: string,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const tongue = c.get('tongue')
  const { say, locale } = tongue
  const anew = href(addresses.signIn, { locale: locale.name })
  const title = say('link-title')
  const onward =
    at === null
      ? html`<p><a class="button" href="${anew}">${say('code-new')}</a></p>`
      : deed(at, say('link-go'))
  const sheet: Sheet = {
    title,
    path: null,
    unlisted: true,
    kind: 'plain',
    body: plainBody({
      title,
      intro: problem ?? say('link-intro', { stand: settings.name }),
      parts: [{ title: say('log-in'), says: [onward] }],
    }),
  }
  return sendPage(c, lay(tongue, sheet), { status })
}
