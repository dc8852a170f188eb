/** The tables of `access`. Moments are whole milliseconds; facts and wishes are JSON. */
export interface AccessTables {
  plan: PlanTable
  plan_publication: { plan_id: string; publication_id: string }
  plan_price: PlanPriceTable
  edition_price: { publication_id: string; edition_id: string; currency: string; minor: number }
  access_grant: GrantTable
  subscription: SubscriptionTable
  trial_taken: { mark: string; at: number }
  receipt: ReceiptTable
  access_notice: NoticeTable
  payment_task: TaskTable
  checkout: CheckoutTable
  payment_event: EventTable
  payment_ask: { id: number; last: number }
  purchase: PurchaseTable
  voucher: VoucherTable
  seat: SeatTable
  gift: GiftTable
  gift_claim: { digest: string; gift_id: string; until: number }
  meter_count: { reader_id: string; month: string; story_id: string; at: number }
  strangers_count: { mark: string; day: string; taken: number }
}

export interface PlanTable {
  id: string
  name: string
  name_key: string
  opens: string
  kind: string | null
  trial_days: number
  seats: number
  made_at: number
  retired_at: number | null
}

export interface PlanPriceTable {
  id: string
  plan_id: string
  per: string
  currency: string
  minor: number
  made_at: number
  retired_at: number | null
}

export interface GrantTable {
  key: string
  reader_id: string
  source: string
  opens: string
  opens_id: string
  since: number
  until: number | null
  note: string
  made_at: number
}

export interface SubscriptionTable {
  id: string
  reader_id: string
  plan_id: string
  facts: string
  provider_ref: string | null
  due_at: number | null
}

export interface ReceiptTable {
  key: string
  reader_id: string
  what: string
  label: string
  currency: string
  minor: number
  at: number
  since: number | null
  until: number | null
  edition_id: string | null
}

export interface NoticeTable {
  key: string
  reader_id: string
  kind: string
  facts: string
  at: number
  handed_at: number | null
}

export interface TaskTable {
  key: string
  facts: string
  at: number
  next_at: number | null
  tries: number
  done_at: number | null
  fault: string
}

export interface CheckoutTable {
  id: string
  reader_id: string
  wish: string
  open_key: string | null
  provider_key: string
  consent: string | null
  session: string | null
  address: string | null
  made_at: number
  until: number
}

export interface EventTable {
  id: string
  kind: string
  about: string
  made_at: number
  received_at: number
  next_at: number | null
  tries: number
  done_at: number | null
  fault: string
}

export interface PurchaseTable {
  ref: string
  reader_id: string
  edition_id: string
  currency: string
  minor: number
  paid_at: number
  refunded: number
  consent: string | null
}

export interface VoucherTable {
  id: string
  digest: string
  plan_id: string
  months: number
  batch: string
  made_at: number
  until: number | null
  reader_id: string | null
  redeemed_at: number | null
}

export interface SeatTable {
  id: string
  owner_id: string
  label: string
  digest: string | null
  invited_at: number
  invited_until: number
  reader_id: string | null
  taken_at: number | null
  ended_at: number | null
}

export interface GiftTable {
  id: string
  digest: string
  reader_id: string
  story_id: string
  openings: number
  opened: number
  made_at: number
  until: number
  ended_at: number | null
}
