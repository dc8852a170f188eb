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
  decide,
  type Facts,
  type Known,
  stranger,
  type Verdict,
  type WhyOpen,
  type WhyShut,
} from './decide.ts'
export type { MeterRules } from './meter.ts'
export { type Offer, offersIn, type Period } from './offer.ts'
export type { Opens, PlanScope, StoryIds } from './opens.ts'
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
export { type Grant, type Right, type Source, type Span, sources } from './right.ts'
export { type Charge, type Choice, offersOf, type SaleOffer, type Terms, termsOf } from './sale.ts'
export type {
  Count,
  GrantBook,
  Meter,
  PlanBook,
  RightsReader,
  StrangersMeter,
} from './store.ts'
