import {
  type AdmitNeeds,
  type CheckoutBook,
  type EditionPrices,
  type GiftNeeds,
  type GrantBook,
  type HouseholdNeeds,
  type NoticeBook,
  openCheckouts,
  type Payments,
  type PlanBook,
  type ReceiptBook,
  type RedeemNeeds,
  type SubscriptionBook,
  type TrialNeeds,
  type VoucherBook,
  type WorkNeeds,
} from '#access'
import { keyedDigest, type LimitNeeds, withinLimits } from '#accounts'
import { openStripe } from '#outside'
import type { PictureStories } from '#reading'
import {
  checkoutBook,
  type Database,
  editionPrices,
  giftBook,
  grantBook,
  householdBook,
  meterBook,
  noticeBook,
  paymentLog,
  pictureStories,
  planBook,
  purchaseBook,
  receiptBook,
  rightsReader,
  strangersMeterBook,
  subscriptionBook,
  taskBook,
  voucherBook,
} from '#storage'
import type { Config } from '../config.ts'

/** Everything that rights, plans and money ask for. */
export interface StandAccess
  extends AdmitNeeds,
    TrialNeeds,
    RedeemNeeds,
    HouseholdNeeds,
    GiftNeeds {
  readonly pictureStories: PictureStories
  readonly plans: PlanBook
  readonly grants: GrantBook
  readonly vouchers: VoucherBook
  readonly editionPrices: EditionPrices
  readonly subscriptions: SubscriptionBook
  readonly receipts: ReceiptBook
  readonly notices: NoticeBook
  /** What a trial is remembered by, of the comparison form of a reader's address. */
  readonly trialMark: (addressKey: string) => string
  /** Null without the keys of a provider: then there are trials and vouchers, and no more. */
  readonly shop: Shop | null
}

/** What selling asks for. */
export interface Shop extends Omit<WorkNeeds, 'report'> {
  readonly payments: Payments
  readonly checkouts: CheckoutBook
  readonly begin: ReturnType<typeof openCheckouts>['begin']
}

export async function assembleAccess(
  config: Config,
  database: Database,
  limits: LimitNeeds,
): Promise<StandAccess> {
  const { timeZone: zone, meter, strangersMeter } = config
  const { keys, clock } = limits
  const books = {
    plans: planBook(database),
    grants: grantBook(database),
    subscriptions: subscriptionBook(database, zone),
    editionPrices: editionPrices(database),
  }
  return {
    ...books,
    rights: rightsReader(database),
    meter: meterBook(database),
    strangersMeter: strangersMeterBook(database),
    rules: { readers: meter, strangers: strangersMeter, zone, key: keys.meters },
    pictureStories: pictureStories(database),
    vouchers: voucherBook(database, zone),
    mayTry: async (reader) => (await withinLimits(limits, { 'voucher-reader': reader })) === null,
    households: householdBook(database),
    gifts: giftBook(database),
    receipts: receiptBook(database),
    notices: noticeBook(database),
    trialMark: (addressKey) => keyedDigest(keys.trials, addressKey),
    shop:
      config.stripe === null ? null : await openShop(config.stripe, database, { ...books, clock }),
    zone,
    clock,
  }
}

async function openShop(
  keys: NonNullable<Config['stripe']>,
  database: Database,
  books: Pick<StandAccess, 'plans' | 'subscriptions' | 'editionPrices' | 'clock'>,
): Promise<Shop> {
  const payments = await openStripe(keys)
  const checkouts = checkoutBook(database)
  const { begin } = openCheckouts({ ...books, payments, checkouts })
  return {
    payments,
    checkouts,
    begin,
    subscriptions: books.subscriptions,
    purchases: purchaseBook(database),
    log: paymentLog(database),
    tasks: taskBook(database),
    clock: books.clock,
  }
}
