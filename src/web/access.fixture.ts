import { offersOf, type Plan } from '#access'
import type { Clock } from '#ground/clock'
import type { Money } from '#ground/money'
import {
  type Database,
  editionPrices,
  giftBook,
  householdBook,
  meterBook,
  pictureStories,
  planBook,
  receiptBook,
  rightsReader,
  strangersMeterBook,
  subscriptionBook,
  voucherBook,
} from '#storage'
import type { AccessNeeds, Shop } from './needs.ts'

const unasked = () => {
  throw new Error('Nothing is sold at this stand')
}
const empty = <Store extends object>(): Store =>
  new Proxy(Object.create(null), { get: () => unasked, ownKeys: () => [] })

const zone = 'Europe/Amsterdam'
const rules = { readers: 3, strangers: 0, zone, key: Buffer.from('a key for tests') }

/** Rights at a stand that sells nothing and gave nobody any: to change something is a mistake. */
export const nothingSold: AccessNeeds = {
  rights: { of: async () => [], wide: async () => [], ofClaims: async () => [] },
  meter: { ...empty<AccessNeeds['meter']>(), look: async () => ({ used: 0, counted: false }) },
  strangersMeter: empty(),
  pictureStories: { of: async () => [] },
  rules,
  offers: () => [],
  editionPrice: () => null,
  editionPrices: { isOwned: async () => false, ownedBy: async () => [] },
  plans: empty(),
  subscriptions: { ...empty<AccessNeeds['subscriptions']>(), of: async () => [] },
  vouchers: empty(),
  receipts: { of: async () => [] },
  households: {
    ...empty<AccessNeeds['households']>(),
    of: async () => ({ allowed: 0, seats: [] }),
    seatOf: async () => null,
  },
  gifts: { ...empty<AccessNeeds['gifts']>(), of: async () => [] },
  shop: null,
  zone,
  clock: () => Temporal.Instant.from('2025-05-20T10:00:00Z'),
  trialMark: (addressKey) => `mark of ${addressKey}`,
  mayTry: async () => true,
}

const goldDraft = {
  name: 'GOLD',
  scope: { what: 'stand' },
  trialDays: 14,
  seats: 5,
} as const

export const goldOffer = {
  plan: 'GOLD',
  price: { minor: 999, currency: 'EUR' },
  per: 'month',
  trialDays: 14,
  planId: 'gold',
  priceId: 'gold-month',
  scope: { what: 'stand' },
  seats: 5,
} as const

/** A stand that offers this and that, without a database behind it. */
export const offering = (...offers: ReturnType<AccessNeeds['offers']>): AccessNeeds => ({
  ...nothingSold,
  offers: () => offers,
})

/** As `offering`, at a stand where one can pay: for editions alone too, at this price. */
export const selling = (
  { alone = null }: { alone?: Money | null },
  ...offers: ReturnType<AccessNeeds['offers']>
): AccessNeeds => ({
  ...offering(...offers),
  editionPrice: () => alone,
  shop: empty<Shop>(),
})

/** Rights on a real database, where GOLD is sold. */
export async function sellingGold(
  database: Database,
  clock: Clock,
  changed: Partial<AccessNeeds> = {},
) {
  const plans = planBook(database)
  const gold = await plans.add(goldDraft, clock())
  if (!gold.ok) throw new Error('GOLD is there already')
  const price = { minor: 999, currency: 'EUR' }
  await plans.setPrice(gold.value.id, { per: 'month', price }, clock())
  const onSale: readonly Plan[] = await plans.all()
  const vouchers = voucherBook(database, zone)
  const access: AccessNeeds = {
    ...nothingSold,
    rights: rightsReader(database),
    meter: meterBook(database),
    strangersMeter: strangersMeterBook(database),
    pictureStories: pictureStories(database),
    offers: () => offersOf(onSale),
    editionPrices: editionPrices(database),
    plans,
    subscriptions: subscriptionBook(database, zone),
    vouchers,
    receipts: receiptBook(database),
    households: householdBook(database),
    gifts: giftBook(database),
    clock,
    ...changed,
  }
  return { access, gold: gold.value, vouchers }
}
