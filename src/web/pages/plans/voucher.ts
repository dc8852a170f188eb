import type { Context } from 'hono'
import { html } from 'hono/html'
import { type NotRedeemed, redeemVoucher } from '#access'
import { returnPathIn } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { field } from '../../components/form.ts'
import { plainBody } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import { type Page, page } from '../../named-page.ts'
import { type Html, sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { Visit } from '../../visit.ts'
import { voucherPath } from './voucher-path.ts'

/** Where a voucher is redeemed. */
export function showVoucher({ lay, settings }: PageNeeds): Page {
  return page(addresses.voucher, async (c) => {
    const returnTo = returnPathIn(c.req.query('return') ?? '')
    const tongue = c.get('tongue')
    if (!c.get('reader')) return leadToSignIn(c, returnTo)
    return sendPage(c, lay(tongue, voucherSheet(tongue, settings.name, { returnTo })))
  })
}

/** Longer than any code with all its hyphens and spaces. */
const longestCode = 100

/** Redeems a code, once, and goes on; otherwise says what is wrong beside what was typed. */
export function redeemCode(needs: PageNeeds): Page {
  const { lay, settings, access } = needs
  return page(addresses.voucher, async (c) => {
    const { code = '', return: back = '' } = await c.req.parseBody()
    const text = typeof code === 'string' ? code.slice(0, longestCode) : ''
    const returnTo = typeof back === 'string' ? returnPathIn(back) : null
    const tongue = c.get('tongue')
    const signedIn = c.get('reader') ?? null
    if (signedIn === null) return leadToSignIn(c, returnTo)
    const readerId = signedIn.reader.id
    const redeemed = await redeemVoucher(access, { readerId, text })
    if (redeemed.ok) {
      return c.redirect(returnTo ?? href(addresses.account, { locale: tongue.locale.name }), 303)
    }
    const typed = { returnTo, text, fault: redeemed.reason }
    const page = lay(tongue, voucherSheet(tongue, settings.name, typed))
    if (redeemed.reason !== 'too-many-tries') return sendPage(c, page, { status: 422 })
    c.header('retry-after', String(tooManyFor))
    return sendPage(c, page, { status: 429 })
  })
}

/** Seconds after which another code may be tried at the latest. */
const tooManyFor = 3_600

/** The code is not carried through: it would stand in addresses, and it is worth something. */
function leadToSignIn(c: Context<Visit>, returnTo: string | null): Response {
  const tongue = c.get('tongue')
  return c.redirect(signInFor(tongue.locale.name, voucherPath(tongue, returnTo)), 303)
}

interface Typed {
  readonly returnTo: string | null
  readonly text?: string
  readonly fault?: NotRedeemed
}

function voucherSheet(tongue: Tongue, stand: string, typed: Typed) {
  const { say } = tongue
  const title = say('wall-voucher')
  return {
    title: typed.fault === undefined ? title : say('page-with-fault', { page: title }),
    path: voucherPath(tongue, typed.returnTo),
    unlisted: true,
    kind: 'plain' as const,
    body: html`${plainBody({ title, intro: say('voucher-intro'), parts: [] })}${voucherForm(tongue, stand, typed)}`,
  }
}

function voucherForm({ say, locale }: Tongue, stand: string, typed: Typed): Html {
  const { returnTo, text = '', fault } = typed
  const action = href(addresses.voucher, { locale: locale.name })
  const code = field({
    name: 'code',
    label: say('voucher-code'),
    value: text,
    error: fault === undefined ? undefined : say(`voucher-${fault}`, { stand }),
    more: html`dir="ltr" required autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="${longestCode}"`,
  })
  const back =
    returnTo === null ? '' : html`<input type="hidden" name="return" value="${returnTo}">`
  return html`<form class="form" method="post" action="${action}">${code}${back}<button type="submit" class="button first">${say('voucher-redeem')}</button></form>`
}
