import { type NoticeKind, noticeKinds } from '#access'
import type { MailFacts } from '#accounts'
import { moneyText } from '#ground/money'
import { reachedAt } from '../components/contact.ts'
import { vatSays } from '../components/vat.ts'
import type { Values } from '../languages/say.ts'
import { editionLines, editionWords } from './edition-lines.ts'
import type { Line, Said, Surroundings } from './lines.ts'

/** A mail about a plan or a payment: what happened, in one sentence, and where it stands. */
export function noticeLines(
  { what, facts, account, withdrawal }: MailFacts['notice'],
  surroundings: Surroundings,
): Said {
  const kind = noticeKinds.find((one) => one === what)
  if (kind === undefined) throw new TypeError(`Nobody has words for a notice of the kind ${what}`)
  const { say } = surroundings
  const values = valuesIn(facts, surroundings)
  const lines: Line[] = [
    { kind: 'words', text: say(editionWords(kind, facts) ?? `mail-${kind}`, values) },
    ...chargeLines(kind, facts, values, surroundings),
    ...goOnLines(facts, values, surroundings),
    ...(kind === 'edition-bought' ? editionLines(facts, values, surroundings) : []),
    { kind: 'words', text: say(kind === 'payment-failed' ? 'mail-card' : 'mail-account-page') },
    { kind: 'link', address: account },
    ...(withdrawal === undefined ? [] : withdrawLines(withdrawal, values, surroundings)),
    ...(contracts.has(kind) ? sellerLines(surroundings) : []),
  ]
  return { subject: say(`mail-${kind}-subject`, values), lines }
}

/**
 * Whether anything more is charged after a payment for a plan, when, and the way out of it; and what
 * is said of VAT wherever a charge to come is named.
 */
function chargeLines(
  kind: NoticeKind,
  { next }: MailFacts['notice']['facts'],
  values: Values,
  surroundings: Surroundings,
): Line[] {
  const { say } = surroundings
  const vat = vatSays(surroundings, surroundings)
  const inWords = (texts: readonly string[]) => texts.map((text): Line => ({ kind: 'words', text }))
  if (kind === 'subscribed') return inWords(vat)
  if (kind !== 'bought' && kind !== 'renewed') return []
  if (typeof next !== 'string') return inWords([say('mail-no-charge', values)])
  return inWords([[say('mail-next-charge', values), ...vat].join(' ')])
}

/** At the end of a trial, where it can be paid: what going on costs, and the way to it. */
function goOnLines(
  facts: MailFacts['notice']['facts'],
  values: Values,
  surroundings: Surroundings,
): Line[] {
  const { say, tag, plans } = surroundings
  const costs = (['month', 'year'] as const).flatMap((per) => {
    const { [per]: minor, [`${per}-currency`]: currency } = facts
    if (typeof minor !== 'number' || typeof currency !== 'string') return []
    return [say(`offer-costs-${per}`, { ...values, price: moneyText({ minor, currency }, tag) })]
  })
  if (costs.length === 0) return []
  const said = [...costs, ...vatSays(surroundings, surroundings), say('mail-go-on', values)].join(
    ' ',
  )
  return [
    { kind: 'words', text: said },
    { kind: 'link', address: plans },
  ]
}

/** The way to withdraw from what was paid, for whoever has the mail: it needs no signing in. */
function withdrawLines(token: string, values: Values, { say, withdrawAt }: Surroundings): Line[] {
  return [
    { kind: 'words', text: say('mail-withdraw-here', values) },
    { kind: 'link', address: withdrawAt(token) },
  ]
}

/** What is told of these confirms a contract, or its end. */
const contracts = new Set<NoticeKind>(['subscribed', 'bought', 'edition-bought', 'withdrawn'])

/** With whom it was made, and how to reach them (EU Directive 2011/83, articles 6.1 and 8.7). */
function sellerLines({ say, stand, operator, contact }: Surroundings): Line[] {
  const who = operator === '' ? [] : [say('contact-operator', { stand, operator })]
  if (contact === null) return who.map((text) => ({ kind: 'words', text }))
  const how = say(contact.protocol === 'mailto:' ? 'contact-mail' : 'contact-page', {
    where: reachedAt(contact),
  })
  return [...who, how].map((text) => ({ kind: 'words', text }))
}

/** Moments and amounts as the reader's language writes them. */
function valuesIn(
  facts: MailFacts['notice']['facts'],
  { tag, timeZone, stand }: Surroundings,
): Values {
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone })
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'long', timeZone })
  const text = (name: string) => String(facts[name] ?? '')
  const written = (name: string, format: Intl.DateTimeFormat) =>
    typeof facts[name] === 'string' ? format.format(Temporal.Instant.from(facts[name])) : ''
  const amount = { minor: Number(facts.minor ?? 0), currency: text('currency') || 'EUR' }
  return {
    stand,
    plan: text('plan'),
    date: written('until', days),
    next: written('next', days),
    withdraw: lastDay(facts.withdraw, days),
    moment: written('at', moments),
    publication: text('publication'),
    day: typeof facts.day === 'string' ? days.format(Temporal.PlainDate.from(facts.day)) : '',
    words: text('words'),
    agreed: written('agreed', moments),
    price: moneyText(amount, tag),
  }
}

/** What can be done until a midnight can be done on the day before it. */
function lastDay(until: string | number | null | undefined, days: Intl.DateTimeFormat): string {
  if (typeof until !== 'string') return ''
  return days.format(Temporal.Instant.from(until).subtract({ seconds: 1 }))
}
