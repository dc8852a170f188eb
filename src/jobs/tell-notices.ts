import { type NoticeBook, type PlanBook, type WaitingNotice, withdrawalToken } from '#access'
import { type Keys, type Mails, queuedMail, type Reader, type Readers } from '#accounts'
import type { Clock } from '#ground/clock'

export interface NoticeNeeds {
  readonly notices: NoticeBook
  readonly readers: Pick<Readers, 'byId'>
  readonly mails: Pick<Mails, 'add'>
  readonly keys: Pick<Keys, 'mails' | 'withdrawals'>
  readonly plans: Pick<PlanBook, 'byName'>
  /** Null where nothing can be paid: then no price is named. */
  readonly shop: object | null
  /** The page on which a reader of this locale finds what they are told about. */
  readonly accountAt: (locale: string) => URL
  readonly clock: Clock
}

/** How many at a time. */
const portion = 50

/**
 * Turns what readers have to be told into mails in the queue. The mail is named after its notice, so
 * a program that dies between the two queues no second one.
 */
export async function tellNotices(needs: NoticeNeeds, signal?: AbortSignal): Promise<void> {
  const { notices, readers, mails, clock } = needs
  for (;;) {
    const waiting = await notices.waiting(portion)
    if (waiting.length === 0) return
    for (const notice of waiting) {
      if (signal?.aborted) return
      const reader = await readers.byId(notice.readerId)
      // Who has left is told nothing more.
      if (reader !== null) await mails.add(mailOf(needs, await withCosts(needs, notice), reader))
      await notices.handed(notice.key, clock())
    }
  }
}

function mailOf(needs: NoticeNeeds, notice: WaitingNotice, { id, address, locale }: Reader) {
  const { key, kind, facts } = notice
  const account = needs.accountAt(locale).href
  const withdrawal = withdrawalFor(needs, notice)
  const said = { kind: 'notice', facts: { what: kind, facts, account, ...withdrawal } } as const
  const how = { at: needs.clock(), readerId: id, once: `notice ${key}` }
  return queuedMail(needs.keys, { ...said, to: address, locale }, how)
}

/** What lets whoever reads the mail withdraw from the payment that it tells of. */
function withdrawalFor({ keys }: NoticeNeeds, { facts }: WaitingNotice): { withdrawal?: string } {
  const { subscription, payment, withdraw } = facts
  const texts = [subscription, payment, withdraw].filter((one) => typeof one === 'string')
  const [id, key, end] = texts
  if (id === undefined || key === undefined || end === undefined) return {}
  const until = Temporal.Instant.from(end)
  return { withdrawal: withdrawalToken(keys, { subscription: id, payment: key, until }) }
}

/** At the end of a trial: what going on costs today, by period, in minor units and the currency. */
async function withCosts(
  { plans, shop }: NoticeNeeds,
  notice: WaitingNotice,
): Promise<WaitingNotice> {
  const { kind, facts } = notice
  const isEnd = kind === 'trial-ending' || kind === 'trial-ended'
  if (!isEnd || shop === null || typeof facts.plan !== 'string') return notice
  const plan = await plans.byName(facts.plan)
  if (plan === null || plan.retiredAt !== null) return notice
  const costs = plan.prices.flatMap(({ per, price }): [string, string | number][] => [
    [per, price.minor],
    [`${per}-currency`, price.currency],
  ])
  return { ...notice, facts: { ...facts, ...Object.fromEntries(costs) } }
}
