import assert from 'node:assert/strict'
import { endOf } from './period.ts'
import { type World, zone } from './provider.fixture.ts'
import { rightsOf, standingOf } from './standing.ts'

/** What must come out of a history, worked out from the truth alone, in the plainest way. */
interface Time {
  readonly key: string
  readonly since: number
  readonly end: number
  readonly isCut: boolean
  readonly from: string
}

const graceHours = 7 * 24
const hour = 3_600_000
const ms = (moment: Temporal.Instant) => moment.epochMilliseconds

/** Every time that was paid for, as the provider and the vouchers have it. */
function timesOf({ contracts, payments, vouchers, withdrawn, trial }: World): Time[] {
  const contractTimes = contracts.flatMap(({ ref, terms }) =>
    terms.map((term) => ({ ...term, months: null as number | null, per: '', ref })),
  )
  const onceTimes = payments.map(({ per, ...payment }) => {
    const span = { since: payment.paidAt, until: payment.paidAt }
    return { ...payment, ...span, months: per === 'year' ? 12 : 1, ref: payment.key }
  })
  const voucherTimes = vouchers.map(({ key, at, months }) => ({
    ...{ key, paidAt: at, since: at, until: at, months, ref: key },
    ...{ amount: { minor: -1 }, refunded: 0, refundedAt: null },
  }))
  const all = [...contractTimes, ...onceTimes, ...voucherTimes].sort(
    (one, other) => ms(one.paidAt) - ms(other.paidAt) || (one.key < other.key ? -1 : 1),
  )
  const times: Time[] = []
  for (const one of all) {
    const since =
      one.months === null
        ? ms(one.since)
        : Math.max(ms(one.paidAt), trial ? ms(trial.until) : 0, ...times.map(({ end }) => end))
    const from = Temporal.Instant.fromEpochMilliseconds(since)
    const until =
      one.months === null ? ms(one.until) : ms(endOf(from, { months: one.months }, zone))
    const back = one.refunded >= one.amount.minor && one.refundedAt !== null
    const cuts = [
      ...(back && one.refundedAt !== null ? [ms(one.refundedAt)] : []),
      ...(withdrawn.has(one.key) ? [ms(withdrawn.get(one.key) ?? one.paidAt)] : []),
    ]
    const end = Math.max(since, Math.min(until, ...cuts))
    times.push({
      key: one.key,
      since,
      end,
      isCut: cuts.length > 0,
      from: one.amount.minor < 0 ? 'voucher' : 'plan',
    })
  }
  return times
}

/** Fails when what the machine made of a history is not what the reference says. */
export function checkAgainstReference(world: World): void {
  const times = timesOf(world)
  checkDoors(world, times)
  checkReceipts(world)
  checkNotices(world, times)
  checkChoice(world)
  checkLost(world)
}

/** Whose bank took a payment back is not charged again. */
function checkLost({ contracts }: World): void {
  for (const { terms, over } of contracts) {
    assert.ok(over || terms.every(({ lostAt }) => lostAt === undefined), 'it goes on being charged')
  }
}

/** What the reader chose has come to the provider, or the contract is over. */
function checkChoice({ choice, contracts }: World): void {
  const contract = contracts.find(({ ref }) => ref === choice?.ref)
  if (choice === null || contract === undefined || contract.over) return
  assert.equal(contract.renews, choice.renews, 'what the reader chose was lost')
}

/** Whether the doors are open: at every moment at which that could change, and just before. */
function checkDoors(world: World, times: readonly Time[]): void {
  const { trial, subscription, now } = world
  const live = world.contracts.find(({ over }) => !over)
  const goesOn = live?.renews === true
  const whole = times.filter(({ isCut }) => !isCut)
  const last = whole.reduce<Time | null>(
    (found, time) => (found === null || time.end >= found.end ? time : found),
    null,
  )
  const spans = times.map(({ since, end }) => [since, end] as const)
  if (trial !== null) spans.push([ms(trial.since), ms(trial.until)])
  if (goesOn && last !== null) spans.push([last.since, last.end + graceHours * hour])
  if (goesOn && times.length === 0 && trial !== null) {
    spans.push([ms(trial.since), ms(trial.until) + graceHours * hour])
  }
  const rights = rightsOf(subscription).map((one) => [ms(one.since), ms(one.until)] as const)
  for (const moment of [ms(now), ...spans.flat().flatMap((edge) => [edge - 1, edge])]) {
    const isIn = ([since, until]: readonly [number, number]) => since <= moment && moment < until
    assert.equal(
      rights.some(isIn),
      spans.some(isIn),
      `the door at ${Temporal.Instant.fromEpochMilliseconds(moment)}`,
    )
  }
  const { state } = standingOf(subscription, now, zone)
  const isOpen = spans.some(([since, until]) => since <= ms(now) && ms(now) < until)
  assert.equal(['trial', 'active', 'ending', 'grace'].includes(state), isOpen, state)
  const isPaid = times.some(({ since, end }) => since <= ms(now) && ms(now) < end)
  if (isPaid) assert.equal(state, goesOn ? 'active' : 'ending')
}

/** Every payment and everything paid back has its receipts, which add up, and no other. */
function checkReceipts({ effects, contracts, payments }: World): void {
  const truth = [...contracts.flatMap(({ terms }) => terms), ...payments]
  const receipts = effects.flatMap((effect) => (effect.kind === 'receipt' ? [effect.receipt] : []))
  const keys = receipts.map(({ key }) => key)
  assert.equal(new Set(keys).size, keys.length, 'a receipt was written twice')
  const sum = (what: string, key: string) =>
    receipts
      .filter((one) => one.what === what && one.key.split(':')[1] === key)
      .reduce((all, { amount }) => all + amount.minor, 0)
  for (const { key, amount, refunded } of truth) {
    assert.equal(sum('paid', key), amount.minor, `paid for ${key}`)
    assert.equal(sum('refunded', key), refunded, `paid back for ${key}`)
  }
  const known = new Set(truth.map(({ key }) => key))
  assert.ok(keys.every((key) => known.has(key.split(':')[1] ?? '')))
}

/** Nothing is told twice, nothing of weight is left untold, and nothing untrue is told. */
function checkNotices(world: World, times: readonly Time[]): void {
  const { effects, contracts, payments, vouchers, withdrawn, trial } = world
  const told = effects.flatMap((effect) => (effect.kind === 'notice' ? [effect.notice.key] : []))
  const lost = [...contracts.flatMap(({ terms }) => terms), ...payments].filter((one) => one.lostAt)
  assert.equal(new Set(told).size, told.length, 'something was told twice')
  const must = [
    ...(trial === null ? [] : ['trial-started']),
    ...contracts.flatMap(({ ref, terms }) =>
      terms.map(({ key }, index) => (index === 0 ? `bought:${ref}` : `renewed:${key}`)),
    ),
    ...payments.map(({ key }) => `bought:${key}`),
    ...vouchers.map(({ key }) => `voucher:${key}`),
    ...[...withdrawn.keys()].map((key) => `withdrawn:${key}`),
    ...lost.map(({ key }) => `disputed:${key}`),
  ]
  for (const key of must) assert.ok(told.includes(key), `${key} was not told`)
  const may = ['bought', 'renewed', 'voucher', 'withdrawn', 'disputed', 'trial-started']
  const extra = told.filter((key) => may.includes(key.split(':')[0] ?? '') && !must.includes(key))
  assert.deepEqual(extra, [])
  const twice = lost.filter(({ key, amount }) => told.includes(`refunded:${key}:${amount.minor}`))
  assert.deepEqual(twice, [], 'what a bank took back was told as paid back too')
  const ended = told.filter((key) => key.startsWith('ended:')).map((key) => key.slice(6))
  assert.ok(ended.every((key) => times.some((time) => time.key === key)))
}
