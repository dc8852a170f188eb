import type { Withdrawal } from '#access'
import { moneyText } from '#ground/money'
import { deed } from '../../components/form.ts'
import { plainBody } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { dayOf } from '../plans/day-of.ts'

interface WithdrawStep {
  readonly plan: string
  readonly withdrawal: Withdrawal
  /** The page itself, and where its button sends what. */
  readonly path: string | null
  readonly at: string
  readonly fields?: Readonly<Record<string, string>>
}

/** The second step that the law asks for: it says what follows, and nothing has happened yet. */
export function withdrawSheet(
  needs: Pick<PageNeeds, 'access'>,
  { say, locale, date }: Tongue,
  { plan, withdrawal, path, at, fields }: WithdrawStep,
): Sheet {
  const { term, until } = withdrawal
  const left = term.amount && { ...term.amount, minor: term.amount.minor - term.refunded }
  const price = left === null ? '' : moneyText(left, locale.tag)
  const paid = date(dayOf(needs, term.paidAt))
  const last = date(dayOf(needs, until.subtract({ seconds: 1 })))
  const title = say('withdraw-title', { plan })
  const says = [say('withdraw-which', { paid, last }), deed(at, say('withdraw-go'), fields)]
  const intro = say('withdraw-intro', { price })
  const body = plainBody({ title, intro, parts: [{ title: plan, says }] })
  return { title, path, unlisted: true, kind: 'plain', body }
}
