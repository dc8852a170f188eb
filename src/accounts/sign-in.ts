/** Somebody asked to sign in, or to confirm a new address. */
export interface SignIn {
  readonly id: string
  readonly purpose: 'sign-in' | 'confirm-address'
  /** Whose address is to change; null to sign in. */
  readonly readerId: string | null
  readonly address: string
  readonly addressKey: string
  readonly locale: string
  readonly codeDigest: string
  readonly linkDigest: string
  readonly browserDigest: string
  /** Where to go on: a path of this stand. */
  readonly returnPath: string
  readonly askedAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  /** Wrong codes typed so far. */
  readonly tries: number
  readonly usedAt: Temporal.Instant | null
}

/** For how long a code and a link are good. */
export const goodForMinutes = 10
/** How many wrong codes an ask bears. */
export const mostTries = 5
/** How many asks of one browser are open at a time: a code may come late. */
export const mostOpen = 3

/** For logs only: the reader hears one sentence for all of them. */
export type UseRefusal =
  | 'wrong'
  | 'used'
  | 'expired'
  | 'foreign-browser'
  | 'tried-too-often'
  /** The account is gone, or somebody else has the new address by now. */
  | 'overtaken'

export type UseVerdict =
  | { readonly use: SignIn }
  | { readonly refuse: UseRefusal; readonly tried: readonly string[] }

const refuse = (because: UseRefusal, tried: readonly SignIn[] = []): UseVerdict => ({
  refuse: because,
  tried: tried.map(({ id }) => id),
})

const isOver = ({ endsAt }: SignIn, at: Temporal.Instant) =>
  Temporal.Instant.compare(endsAt, at) <= 0

/**
 * Whether a typed code is good.
 * @param asks all asks of the browser that is asking
 * @param digestFor the digest that the typed code has for an ask
 */
export function judgeCode(
  asks: readonly SignIn[],
  digestFor: (ask: SignIn) => string,
  at: Temporal.Instant,
): UseVerdict {
  if (asks.length === 0) return refuse('foreign-browser')
  const meant = asks.find((ask) => ask.codeDigest === digestFor(ask))
  const waiting = asks.filter((ask) => ask.usedAt === null && !isOver(ask, at))
  const open = waiting.filter(({ tries }) => tries < mostTries)
  if (meant !== undefined && open.includes(meant)) return { use: meant }
  if (meant !== undefined && meant.usedAt !== null) return refuse('used')
  if (waiting.length === 0) return refuse('expired')
  if (open.length === 0) return refuse('tried-too-often')
  return refuse('wrong', open)
}

/** Whether a link is good. Wrong codes do not spend it: it cannot be guessed. */
export function judgeLink(
  [ask]: readonly SignIn[],
  browserDigest: string | null,
  at: Temporal.Instant,
): UseVerdict {
  if (ask === undefined) return refuse('wrong')
  if (ask.usedAt !== null) return refuse('used')
  if (isOver(ask, at)) return refuse('expired')
  if (ask.browserDigest !== browserDigest) return refuse('foreign-browser')
  return { use: ask }
}
