export {
  type Admission,
  type AdmitNeeds,
  type Ask,
  admit,
  type ReaderViewer,
  type StrangerViewer,
  type Viewer,
} from './admit.ts'
export {
  type BuyAsk,
  type Checkout,
  type CheckoutNeeds,
  type NotBegun,
  openCheckouts,
  type Wish,
} from './checkout.ts'
export type { Consent } from './consent.ts'
export {
  decide,
  type Facts,
  type Known,
  stranger,
  type Verdict,
  type WhyOpen,
  type WhyShut,
} from './decide.ts'
export {
  editionEffects,
  type NamedEdition,
  type OwnedEdition,
  type Purchase,
} from './edition-sale.ts'
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
  type OpenedGift,
  openGift,
  whyGiftIsShut,
} from './gift.ts'
export {
  type Household,
  type HouseholdNeeds,
  inviteToHousehold,
  longestLabel,
  type NotInvited,
  type NotSeated,
  type Seat,
  takeSeat,
} from './household.ts'
export type { MeterRules } from './meter.ts'
export { type Notice, type NoticeKind, nextDue, noticeKinds, unheardContract } from './notices.ts'
export type { Offer, Period } from './offer.ts'
export type { Opens, PlanScope, StoryIds } from './opens.ts'
export type {
  About,
  CheckoutAsk,
  CheckoutPage,
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
  type PlanDraft,
  type PlanFault,
  type Price,
  planKey,
} from './plan.ts'
export { type Grant, isLive, type Right, type Source, type Span, sources } from './right.ts'
export { type Charge, type Choice, offersOf, type SaleOffer, type Terms, termsOf } from './sale.ts'
export { type RestScope, type ScopeNeeds, scopeOf } from './scope-of.ts'
export { scopeOpens } from './scope-opens.ts'
export { receiveEvent, type SettleNeeds, settle, settleCheckout } from './settle.ts'
export { staffOf } from './staff-of.ts'
export {
  type Standing,
  type State,
  shutsAt,
  standingOf,
  type Withdrawal,
  withdrawalOf,
} from './standing.ts'
export { type Step, step } from './step.ts'
export type * from './store.ts'
export {
  type Contract,
  isRenewing,
  newSubscription,
  type Subscription,
  type Term,
  type Trial,
} from './subscription.ts'
export { type NoTrial, startTrial, type TrialNeeds } from './trial.ts'
export {
  makeVouchers,
  mostMonths,
  mostVouchers,
  type NotRedeemed,
  type Redeemed,
  type RedeemNeeds,
  redeemVoucher,
  type Voucher,
  type VoucherDraft,
} from './voucher.ts'
export { voucherCodeIn } from './voucher-code.ts'
export { type WithdrawalClaim, withdrawalIn, withdrawalToken } from './withdrawal-link.ts'
export {
  performTasks,
  reconcile,
  settleEvents,
  type TimeNeeds,
  tellTime,
  type WorkNeeds,
} from './work-off.ts'
