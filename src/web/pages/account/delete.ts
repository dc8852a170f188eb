import type { Context } from 'hono'
import { html } from 'hono/html'
import { deleteAccount, mailAddressIn } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { field } from '../../components/form.ts'
import { plainBody } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { accountsFor, typedIn } from '../../reader/asking.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import type { Visit } from '../../visit.ts'
import { againAt, forReader } from './for-reader.ts'

/** Asks for the address to be typed: what cannot be undone is not one press away. */
export function showDelete(needs: PageNeeds): Page {
  return forReader(addresses.accountDelete, async (c, { reader, fresh }) =>
    fresh ? sendDelete(c, needs, reader.address) : c.redirect(againAt(c, c.req.path), 303),
  )
}

export function deleteForGood(needs: PageNeeds): Page {
  const cookies = cookiesOf(needs.settings)
  return forReader(addresses.accountDelete, async (c, signedIn) => {
    const typed = (await typedIn(c))('address')
    const { reader } = signedIn
    const { say, locale } = c.get('tongue')
    if (mailAddressIn(typed)?.key !== reader.addressKey) {
      const error = say('delete-other')
      return sendDelete(c, needs, reader.address, { typed, error }, 422)
    }
    const deleted = await deleteAccount(accountsFor(needs), signedIn)
    if (!deleted.ok) return c.redirect(againAt(c, c.req.path), 303)
    cookies.endSession(c)
    c.header('clear-site-data', '"cache", "storage"')
    return c.redirect(`${href(addresses.signIn, { locale: locale.name })}?done=deleted`, 303)
  })
}

function sendDelete(
  c: Context<Visit>,
  { lay, settings }: PageNeeds,
  address: string,
  wrong?: { readonly typed: string; readonly error: string },
  status: 200 | 422 = 200,
): Promise<Response> {
  const tongue = c.get('tongue')
  const sheet = deleteSheet(tongue, { stand: settings.name, address, ...wrong })
  return sendPage(c, lay(tongue, sheet), { status })
}

interface DeletePage {
  readonly stand: string
  readonly address: string
  readonly typed?: string
  readonly error?: string
}

function deleteSheet({ say, locale }: Tongue, page: DeletePage): Sheet {
  const names = { locale: locale.name }
  const at = href(addresses.accountDelete, names)
  const typed = field({
    name: 'address',
    label: say('delete-type', { address: page.address }),
    value: page.typed ?? '',
    error: page.error,
    more: html`type="email" autocomplete="off" required dir="ltr"`,
  })
  const title = say('delete-title')
  const form = html`<form class="form" method="post" action="${at}">${typed}<button class="button first">${say('delete-go')}</button><a href="${href(addresses.account, names)}">${say('delete-keep')}</a></form>`
  return {
    title,
    path: at,
    unlisted: true,
    kind: 'plain',
    body: plainBody({
      title,
      intro: say('delete-intro', { stand: page.stand }),
      parts: [{ title: say('sign-in-address'), says: [form] }],
    }),
  }
}
