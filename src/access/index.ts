export { decide, type Facts, type Verdict } from './decide.ts'
export { type Offer, offersIn, type Period } from './offer.ts'
