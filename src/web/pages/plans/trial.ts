import type { Context } from 'hono'
import { html } from 'hono/html'
import { type NoTrial, type SaleOffer, standingOf, startTrial } from '#access'
import { returnPathIn } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { offerSays, trialForm, trialPath } from '../../components/offer.ts'
import { plainBody } from '../../components/plain.ts'
import { vatSays } from '../../components/vat.ts'
import type { MessageKey } from '../../languages/say.ts'
import type { Tongue } from '../../languages/tongue.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { SignedIn, Visit } from '../../visit.ts'
import { dayOf } from './day-of.ts'
import { whatItOpens } from './what-it-opens.ts'

interface Asked {
  readonly offer: SaleOffer | null
  readonly returnTo: string | null
}

/** Says what a trial is, to a reader who has signed in for it; nothing begins before the button. */
export function showTrial(needs: PageNeeds): Page {
  return page(addresses.trial, async (c) => {
    const asked = askedFor(needs, c.req.query())
    const { offer, returnTo } = asked
    const reader = c.get('reader') ?? null
    if (offer === null) return sendRefusal(c, needs, 'not-offered', asked)
    if (reader === null) return leadToSignIn(c, asked)
    const had = await whatTheyHad(needs, reader.reader.id, offer)
    if (had === 'on-trial') return goOn(c, asked)
    if (had !== null) return sendRefusal(c, needs, had, asked)
    const tongue = c.get('tongue')
    return sendPage(
      c,
      needs.lay(tongue, await trialSheet(needs, tongue, { offer, returnTo, reader })),
    )
  })
}

/** Begins the trial, once, and goes back to the story; a second press finds it begun. */
export function beginTrial(needs: PageNeeds): Page {
  const { access } = needs
  return page(addresses.trial, async (c) => {
    const asked = askedFor(needs, await c.req.parseBody())
    const { offer } = asked
    const reader = c.get('reader') ?? null
    if (offer === null) return sendRefusal(c, needs, 'not-offered', asked)
    if (reader === null) return leadToSignIn(c, asked)
    const { id: readerId, addressKey } = reader.reader
    const who = { readerId, planId: offer.planId, mark: access.trialMark(addressKey) }
    const begun = await startTrial(access, who)
    if (begun.ok || (await whatTheyHad(needs, readerId, offer)) === 'on-trial')
      return goOn(c, asked)
    return sendRefusal(c, needs, begun.reason, asked)
  })
}

/** Why no trial can begin now, as far as their subscriptions tell; null when one can. */
async function whatTheyHad(
  { access, clock }: PageNeeds,
  readerId: string,
  { planId }: SaleOffer,
): Promise<'on-trial' | 'trial-taken' | 'has-plan' | null> {
  const theirs = await access.subscriptions.of(readerId)
  const at = clock()
  if (theirs.some((one) => standingOf(one, at, access.rules.zone).state === 'trial')) {
    return 'on-trial'
  }
  if (theirs.some(({ trial }) => trial !== null)) return 'trial-taken'
  return theirs.some((one) => one.planId === planId) ? 'has-plan' : null
}

/** Back to the story, which is open now. */
function goOn(c: Context<Visit>, { returnTo }: Asked): Response {
  const account = href(addresses.account, { locale: c.get('tongue').locale.name })
  return c.redirect(returnTo ?? account, 303)
}

function askedFor(
  { access }: PageNeeds,
  { plan, return: returnTo }: Readonly<Record<string, unknown>>,
): Asked {
  const offer = access.offers().find((one) => one.plan === plan && one.trialDays > 0)
  return {
    offer: offer ?? null,
    returnTo: typeof returnTo === 'string' ? returnPathIn(returnTo) : null,
  }
}

/** And back here: the trial begins when the reader says so again, knowing all about it. */
function leadToSignIn(c: Context<Visit>, { offer, returnTo }: Asked): Response {
  const tongue = c.get('tongue')
  const here = offer === null ? null : trialPath(tongue, offer, returnTo)
  return c.redirect(signInFor(tongue.locale.name, here), 303)
}

async function trialSheet(
  needs: PageNeeds,
  tongue: Tongue,
  { offer, returnTo, reader }: Asked & { readonly offer: SaleOffer; readonly reader: SignedIn },
) {
  const { say } = tongue
  const { plan, trialDays } = offer
  const until = dayOf(needs, needs.clock()).add({ days: trialDays })
  const title = say('offer-try', { plan })
  const sold = needs.access.shop !== null
  const terms = offerSays(tongue, offer, { sold, trial: true, until })
  const who = say('trial-signed-in', { address: reader.reader.address })
  const button = trialForm(tongue, offer, returnTo)
  const paid = sold ? [...vatSays(tongue, needs.settings), say('plans-cancel')] : ['']
  const says = [...terms, ...paid, who, button]
  return {
    title,
    path: trialPath(tongue, offer, returnTo),
    unlisted: true,
    kind: 'plain' as const,
    body: plainBody({
      title,
      intro: await whatItOpens(needs, tongue, offer),
      parts: [{ title: say('trial-what'), says }],
    }),
  }
}

function sendRefusal(
  c: Context<Visit>,
  { lay }: PageNeeds,
  because: NoTrial,
  { returnTo }: Asked,
): Promise<Response> {
  const tongue = c.get('tongue')
  const { say, locale } = tongue
  const title = say('trial-no-title')
  const plans = href(addresses.plans, { locale: locale.name })
  const back =
    returnTo === null ? '' : html`<a class="button" href="${returnTo}">${say('go-back')}</a>`
  const ways = html`<p class="ways">${back}<a class="button" href="${plans}">${say('footer-plans')}</a></p>`
  const body = plainBody({ title, intro: say(refusals[because]), parts: [] })
  const sheet = { title, path: null, kind: 'plain', body: html`${body}${ways}` } as const
  return sendPage(c, lay(tongue, sheet), { status: 409 })
}

const refusals = {
  'no-such-plan': 'trial-not-offered',
  'not-offered': 'trial-not-offered',
  'trial-taken': 'trial-taken',
  'has-plan': 'trial-has-plan',
} as const satisfies Record<NoTrial, MessageKey>
