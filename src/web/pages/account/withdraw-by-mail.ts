import { html } from 'hono/html'
import {
  type Subscription,
  type Withdrawal,
  type WithdrawalClaim,
  withdrawalIn,
  withdrawalOf,
} from '#access'
import { addresses, href } from '../../addresses.ts'
import { plainBody } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { withdrawSheet } from './withdraw-sheet.ts'

/**
 * What the link of a mail about a payment opens, for whoever has the mail, signed in or not. It
 * withdraws from nothing: scanners follow links before readers do.
 */
export function showWithdrawByMail(needs: PageNeeds): Page {
  const { access, lay } = needs
  return page(addresses.withdraw, async (c, here) => {
    const tongue = c.get('tongue')
    const { locale, say } = tongue
    const meant = await whatIsMeant(needs, here.token)
    if (meant === null) return sendPage(c, lay(tongue, uselessSheet(tongue)), { status: 410 })
    const { subscription, withdrawal, withdrawnAt } = meant
    const plan = (await access.plans.byId(subscription.planId))?.name ?? ''
    if (withdrawnAt !== null) {
      const format = { dateStyle: 'long', timeStyle: 'long', timeZone: access.rules.zone } as const
      const moment = new Intl.DateTimeFormat(locale.tag, format).format(withdrawnAt)
      const title = say('mail-withdrawn-subject', { plan })
      const intro = say('withdraw-done', { moment, plan })
      return sendPage(c, lay(tongue, plainSheet(title, intro)))
    }
    if (withdrawal === null) {
      return sendPage(c, lay(tongue, uselessSheet(tongue)), { status: 410 })
    }
    const at = href(addresses.withdraw, { ...here, locale: locale.name })
    const step = { plan, withdrawal, path: null, at }
    return sendPage(c, lay(tongue, withdrawSheet(needs, tongue, step)))
  })
}

/** Withdraws from the payment that the link is for; the page then says when, and so does a mail. */
export function withdrawByMail(needs: PageNeeds): Page {
  const { access, accounts, clock } = needs
  return page(addresses.withdraw, async (c, here) => {
    const at = clock()
    const claim = withdrawalIn(accounts.keys, here.token, at)
    const subscription = claim && (await access.subscriptions.byId(claim.subscription))
    if (claim !== null && subscription !== null) {
      const event = { kind: 'withdraw', at, payment: claim.payment } as const
      await access.subscriptions.tell(subscription, event)
    }
    return c.redirect(href(addresses.withdraw, here), 303)
  })
}

interface Meant {
  readonly subscription: Subscription
  /** Null when it cannot be withdrawn from. */
  readonly withdrawal: Withdrawal | null
  /** When it was, or null. */
  readonly withdrawnAt: Temporal.Instant | null
}

async function whatIsMeant(
  { access, accounts, clock }: PageNeeds,
  token: string,
): Promise<Meant | null> {
  const at = clock()
  const claim = withdrawalIn(accounts.keys, token, at)
  const subscription = claim && (await access.subscriptions.byId(claim.subscription))
  if (claim === null || subscription === null) return null
  const { payment }: WithdrawalClaim = claim
  const withdrawnAt = subscription.terms.find(({ key }) => key === payment)?.withdrawnAt ?? null
  const withdrawal = withdrawalOf(subscription, at, access.rules.zone, payment)
  return { subscription, withdrawal, withdrawnAt }
}

function uselessSheet({ say, locale }: Tongue): Sheet {
  const account = href(addresses.account, { locale: locale.name })
  const way = html`<p class="ways"><a class="button" href="${account}">${say('account')}</a></p>`
  return plainSheet(say('withdraw-useless-title'), say('withdraw-useless'), way)
}

function plainSheet(title: string, intro: string, more: ReturnType<typeof html> | '' = ''): Sheet {
  const body = html`${plainBody({ title, intro, parts: [] })}${more}`
  return { title, path: null, unlisted: true, kind: 'plain', body }
}
