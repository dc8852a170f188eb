import type { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { bad, good, type Outcome } from '#ground/outcome'
import type { PasskeyNeeds } from './add-passkey.ts'
import { type Browser, beginSession } from './begin-session.ts'
import { challengeIn, newChallenge, type SpentChallenge } from './challenge.ts'
import type { Passkey } from './passkey.ts'
import type { SignedIn } from './use-sign-in.ts'

const purpose = 'sign in'

/** For logs only: the reader hears one sentence for all of them. */
export type PasskeyRefusal = 'bad-answer' | 'unknown' | 'not-verified' | 'spent' | 'copied'

/** What to give `navigator.credentials.get`, as JSON. Nobody is asked for an address. */
export async function passkeyToUse({ keys, clock, stand }: PasskeyNeeds): Promise<object> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  return generateAuthenticationOptions({
    rpID: stand.publicUrl.hostname,
    challenge: newChallenge(keys.challenges, purpose, clock()),
    userVerification: 'required',
  })
}

/** Signs in with what a passkey signed. There is no limit to run into: nobody can guess it. */
export async function signInByPasskey(
  needs: PasskeyNeeds,
  answer: unknown,
  browser: Browser,
): Promise<Outcome<Omit<SignedIn, 'returnPath'>, PasskeyRefusal>> {
  const { signInAnswer } = await import('./passkey-answers.ts')
  const read = signInAnswer.safeParse(answer)
  if (!read.success) return bad('bad-answer')
  const { id, response } = read.data
  const passkey = await needs.passkeys.byId(id)
  if (passkey === null) return bad('unknown')
  const handle = response.userHandle
  const named = handle === undefined ? null : Buffer.from(handle, 'base64url').toString()
  if (named !== null && named !== passkey.readerId) return bad('not-verified')
  const checked = await checkedAnswer(needs, passkey, read.data)
  if (checked === null) return bad('not-verified')
  const { counter, synced, spent } = checked
  const { token, beginning } = beginSession(needs, browser, 'passkey')
  const used = await needs.passkeys.use({ id, counter, synced }, spent, beginning)
  return used.ok ? good({ token, ...used.value }) : used
}

interface Checked {
  readonly counter: number
  readonly synced: boolean
  readonly spent: SpentChallenge
}

async function checkedAnswer(
  { keys, clock, stand }: PasskeyNeeds,
  { id, publicKey }: Passkey,
  answer: Omit<Parameters<typeof verifyAuthenticationResponse>[0]['response'], 'response'> & {
    readonly response: SignInResponse
  },
): Promise<Checked | null> {
  let spent: SpentChallenge | null = null
  const expectedChallenge = (challenge: string) => {
    spent = challengeIn(keys.challenges, purpose, { challenge, at: clock() })
    return spent !== null
  }
  const { userHandle, ...response } = answer.response
  const given = { ...response, ...(userHandle === undefined ? {} : { userHandle }) }
  const library = await import('@simplewebauthn/server')
  const verified = await library
    .verifyAuthenticationResponse({
      response: { ...answer, response: given },
      expectedChallenge,
      expectedOrigin: stand.publicUrl.origin,
      expectedRPID: stand.publicUrl.hostname,
      // 0: whether the counter holds is judged by our own rule, in the transaction that keeps it.
      credential: {
        id,
        publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
        counter: 0,
      },
    })
    .catch(() => null)
  if (!verified?.verified || spent === null) return null
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  return { counter: newCounter, synced: credentialBackedUp, spent }
}

interface SignInResponse {
  readonly clientDataJSON: string
  readonly authenticatorData: string
  readonly signature: string
  readonly userHandle?: string | undefined
}
