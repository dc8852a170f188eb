export {
  type Admission,
  type AdmitNeeds,
  type Ask,
  admit,
  type ReaderViewer,
  type Viewer,
} from './admit.ts'
export { type BuyAsk, type Checkout, type NotBegun, openCheckouts } from './checkout.ts'
export type { Consent } from './consent.ts'
export { decide } from './decide.ts'
export { editionEffects, type NamedEdition } from './edition-sale.ts'
export type {
  Effect,
  Receipt,
  SeenContract,
  SeenPayment,
  SeenTerm,
  SubscriptionEvent,
  Task,
} from './events.ts'
export {
  claimDigest,
  type Gift,
  type GiftNeeds,
  type GivenStory,
  giftAllowance,
  giftRules,
  giveStory,
  type NotGiven,
  type NotOpened,
  openGift,
  whyGiftIsShut,
} from './gift.ts'
export {
  type HouseholdNeeds,
  inviteToHousehold,
  longestLabel,
  type NotInvited,
  type NotSeated,
  type Seat,
  takeSeat,
} from './household.ts'
export { type Notice, type NoticeKind, nextDue, noticeKinds } from './notices.ts'
export type { Period } from './offer.ts'
export type { Opens, PlanScope, StoryIds } from './opens.ts'
export type {
  About,
  CheckoutAsk,
  EventRefusal,
  PaymentEvent,
  Payments,
  Seen,
  Trouble,
} from './payments.ts'
export {
  checkPlan,
  mostSeats,
  mostTrialDays,
  type Plan,
  type PlanFault,
  type Price,
  planKey,
} from './plan.ts'
export {
  type Grant,
  isLive,
  type Right,
  type Source,
  sources,
  type WideRight,
} from './right.ts'
export { offersOf, type SaleOffer, termsOf } from './sale.ts'
export { type RestScope, scopeOf } from './scope-of.ts'
export { scopeOpens } from './scope-opens.ts'
export { receiveEvent, type SettleNeeds, settle, settleCheckout } from './settle.ts'
export type * from './sharing-store.ts'
export { type Standing, shutsAt, standingOf, type Withdrawal, withdrawalOf } from './standing.ts'
export { step } from './step.ts'
export type * from './store.ts'
export {
  type Contract,
  isRenewing,
  newSubscription,
  type Subscription,
  type Term,
} from './subscription.ts'
export { type NoTrial, startTrial, type TrialNeeds } from './trial.ts'
export {
  makeVouchers,
  mostMonths,
  mostVouchers,
  type NotRedeemed,
  type RedeemNeeds,
  redeemVoucher,
} from './voucher.ts'
export { type WithdrawalClaim, withdrawalIn, withdrawalToken } from './withdrawal-link.ts'
export {
  performTasks,
  reconcile,
  settleEvents,
  type TimeNeeds,
  tellTime,
  type WorkNeeds,
} from './work-off.ts'
