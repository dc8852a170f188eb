export { addPasskey, type PasskeyNeeds, passkeyToAdd, type SignedInReader } from './add-passkey.ts'
export { mailAddressIn } from './address.ts'
export { type AskNeeds, askAddressChange, askSignIn } from './ask-sign-in.ts'
export { askerAt } from './asker.ts'
export type { SpentChallenge } from './challenge.ts'
export { type DeleteNeeds, deleteAccount, removeReader } from './delete-account.ts'
export { type Keys, keyedDigest, keysFrom } from './keys.ts'
export {
  type Letter,
  type Mail,
  type MailFacts,
  mailIn,
  type QueuedMail,
  queuedMail,
} from './mail.ts'
export { newestAsk } from './newest-ask.ts'
export { counterHolds, mostPasskeys, type Passkey } from './passkey.ts'
export {
  type Identity,
  judgeIdentity,
  type Provider,
  type ProviderTrouble,
  type Vouched,
} from './provider.ts'
export {
  type MailChoice,
  mailChoices,
  type Reader,
  type ReadingWish,
  readerName,
} from './reader.ts'
export { glance, type RecogniseNeeds, recognise } from './recognise.ts'
export { returnPathIn } from './return-path.ts'
export { mayCurate, type Role, type RoleName, roleNames } from './role.ts'
export { seal, unseal } from './seal.ts'
export { endedBefore, isFresh, type Means, type Session } from './session.ts'
export { mostOpen, type SignIn, type UseRefusal, type UseVerdict } from './sign-in.ts'
export { type PasskeyRefusal, passkeyToUse, signInByPasskey } from './sign-in-by-passkey.ts'
export {
  askProvider,
  type Back,
  type ProviderRefusal,
  signInByProvider,
} from './sign-in-by-provider.ts'
export type * from './store.ts'
export { isToken, newToken } from './token.ts'
export {
  type NotUsed,
  type SignedIn,
  type UseNeeds,
  useCode,
  useLink,
  type Visitor,
} from './use-sign-in.ts'
export { type LimitNeeds, type Wait, withinLimits } from './within-limits.ts'
