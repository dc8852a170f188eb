import { offersOf, type PlanBook, type SaleOffer } from '#access'
import { keyedDigest, withinLimits } from '#accounts'
import type { Clock } from '#ground/clock'
import {
  type Database,
  meterBook,
  noticeBook,
  pictureStories,
  planBook,
  receiptBook,
  rightsReader,
  strangersMeterBook,
  subscriptionBook,
  voucherBook,
} from '#storage'
import type { AppNeeds } from '#web'
import type { Config } from '../config.ts'
import type { StandAccounts } from './accounts.ts'

/** Rights, plans, and what is told of them. */
export function assembleAccess(
  { timeZone: zone, meter: readers }: Config,
  database: Database,
  { accounts, clock }: { readonly accounts: StandAccounts; readonly clock: Clock },
) {
  const { keys, rates } = accounts
  return {
    rights: rightsReader(database),
    meter: meterBook(database),
    strangersMeter: strangersMeterBook(database),
    pictureStories: pictureStories(database),
    rules: { readers, strangers: 0, zone, key: keys.trials },
    plans: planBook(database),
    subscriptions: subscriptionBook(database, zone),
    vouchers: voucherBook(database, zone),
    receipts: receiptBook(database),
    notices: noticeBook(database),
    trialMark: (addressKey: string) => keyedDigest(keys.trials, addressKey),
    mayTryVoucher: async (readerId: string) =>
      (await withinLimits({ rates, keys, clock }, { 'voucher-reader': readerId })) === null,
  } satisfies Omit<AppNeeds['access'], 'offers'> & Record<string, unknown>
}

export type StandAccess = ReturnType<typeof assembleAccess>

export interface Sale {
  /** What is on sale, as it was known last. */
  readonly offers: () => readonly SaleOffer[]
  /** Looks whether an operator has changed it; called again and again. */
  readonly follow: () => Promise<void>
}

/** Keeps what is on sale in memory, for every page tells of it. */
export async function openSale(plans: Pick<PlanBook, 'all'>, onChange: () => void): Promise<Sale> {
  const look = async () => offersOf(await plans.all())
  let offers = await look()
  return {
    offers: () => offers,
    async follow() {
      const now = await look()
      if (JSON.stringify(now) === JSON.stringify(offers)) return
      offers = now
      onChange()
    },
  }
}
