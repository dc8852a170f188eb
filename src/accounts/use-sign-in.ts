import { bad, good, type Outcome } from '#ground/outcome'
import { mailAddressIn } from './address.ts'
import { browserDigest, codeDigest, linkDigest } from './ask-sign-in.ts'
import { askerAt } from './asker.ts'
import { type BeginNeeds, type Browser, beginSession } from './begin-session.ts'
import { queuedMail } from './mail.ts'
import type { Reader } from './reader.ts'
import { judgeCode, judgeLink, type SignIn, type UseRefusal, type UseVerdict } from './sign-in.ts'
import type { SignIns } from './store.ts'
import { codeIn, isToken } from './token.ts'
import { type LimitNeeds, type Wait, withinLimits } from './within-limits.ts'

export interface UseNeeds extends LimitNeeds, BeginNeeds {
  readonly signIns: SignIns
}

export interface Visitor extends Browser {
  /** What the browser was given when it asked. */
  readonly browserSecret: string | null
  readonly askedFrom: string
}

/** Somebody is signed in: `token` is for a cookie of this browser. */
export interface SignedIn {
  readonly token: string
  readonly reader: Reader
  readonly isNew: boolean
  readonly returnPath: string
}

/** The reader hears one sentence whatever it was; `because` is for logs. */
export type NotUsed = Wait | { readonly kind: 'not-good'; readonly because: UseRefusal }

/** Uses the code that somebody typed. Ask for it by POST only. */
export async function useCode(
  needs: UseNeeds,
  typed: string,
  visitor: Visitor,
): Promise<Outcome<SignedIn, NotUsed>> {
  const { keys, clock, signIns } = needs
  const code = codeIn(typed)
  const browser = browserOf(needs, visitor)
  const asked = browser === null ? [] : await signIns.ofBrowser(browser)
  // Nothing can be guessed where nothing was asked, or without six digits: that is not counted.
  const [newest] = asked
  if (browser === null || newest === undefined) return notGood('foreign-browser')
  if (code === null) return notGood('wrong')
  const subjects = { 'try-address': newest.addressKey, 'try-asker': askerAt(visitor.askedFrom) }
  const wait = await withinLimits(needs, subjects)
  if (wait !== null) return bad(wait)
  const digestFor = ({ id }: SignIn) => codeDigest(keys.codes, id, code)
  return use(needs, { browser }, (asks) => judgeCode(asks, digestFor, clock()), visitor)
}

/** Uses the link of a mail. Ask for it by POST only: scanners follow links before readers do. */
export async function useLink(
  needs: UseNeeds,
  token: string,
  visitor: Visitor,
): Promise<Outcome<SignedIn, NotUsed>> {
  const { keys, clock } = needs
  if (!isToken(token)) return notGood('wrong')
  const wait = await withinLimits(needs, { 'link-asker': askerAt(visitor.askedFrom) })
  if (wait !== null) return bad(wait)
  const browser = browserOf(needs, visitor)
  const link = linkDigest(keys.codes, token)
  return use(needs, { link }, (asks) => judgeLink(asks, browser, clock()), visitor)
}

const notGood = (because: UseRefusal) => bad({ kind: 'not-good', because } as const)

function browserOf({ keys }: UseNeeds, { browserSecret }: Visitor): string | null {
  if (browserSecret === null || !isToken(browserSecret)) return null
  return browserDigest(keys.codes, browserSecret)
}

async function use(
  needs: UseNeeds,
  which: Parameters<SignIns['use']>[0],
  judge: (asks: readonly SignIn[]) => UseVerdict,
  visitor: Visitor,
): Promise<Outcome<SignedIn, NotUsed>> {
  const { token, beginning } = beginSession(needs, visitor, 'mail')
  const tell = (former: Reader, ask: SignIn) => addressChanged(needs, former, ask)
  const entered = await needs.signIns.use(which, judge, { ...beginning, tell })
  if (!entered.ok) return notGood(entered.reason)
  const { reader, isNew, ask } = entered.value
  return good({ token, reader, isNew, returnPath: ask.returnPath })
}

function addressChanged({ keys, clock }: UseNeeds, former: Reader, { address }: SignIn) {
  const to = mailAddressIn(former.address)?.to ?? former.address
  const { id: readerId, locale } = former
  const mail = { kind: 'address-changed', facts: { address }, to, locale } as const
  return queuedMail(keys, mail, { at: clock(), readerId })
}
