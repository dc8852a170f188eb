import type { NotUsed, PasskeyRefusal, ProviderRefusal, Wait } from '#accounts'
import type { AppNeeds } from '../../needs.ts'

type Means = 'ask' | 'code' | 'link' | 'passkey' | 'provider'

/**
 * Has it written down that somebody was not let in, by what and why: the reader hears one sentence
 * for all of it. Neither who nor with what is in it.
 */
export function noteRefusal(
  { note }: Pick<AppNeeds, 'note'>,
  means: Means,
  reason: NotUsed | Wait | PasskeyRefusal | ProviderRefusal,
): void {
  note('a sign-in was refused', { means, because: becauseOf(reason) })
}

function becauseOf(reason: NotUsed | Wait | PasskeyRefusal | ProviderRefusal): string {
  if (typeof reason === 'string') return reason
  if (reason.kind === 'wait') return 'too-often'
  return 'because' in reason ? reason.because : reason.kind
}
