import type {
  VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Clock } from '#ground/clock'
import { bad, type Outcome } from '#ground/outcome'
import { mailAddressIn } from './address.ts'
import { challengeIn, newChallenge, type SpentChallenge } from './challenge.ts'
import type { Keys } from './keys.ts'
import { queuedMail } from './mail.ts'
import { type Reader, readerName } from './reader.ts'
import { isFresh, type Session } from './session.ts'
import type { Passkeys } from './store.ts'

export interface PasskeyNeeds {
  readonly passkeys: Passkeys
  readonly keys: Keys
  readonly clock: Clock
  /** A passkey belongs to the host of this address, for good. */
  readonly stand: { readonly name: string; readonly publicUrl: URL }
}

export interface SignedInReader {
  readonly reader: Reader
  readonly session: Session
}

export type NotAdded = 'not-fresh' | 'bad-answer' | 'known' | 'spent' | 'too-many'

/** EdDSA, ES256, RS256: what devices have; the newest ones are an experiment in Node 26. */
const algorithms = [-8, -7, -257]

const purposeOf = ({ id }: Reader) => `add ${id}`

/** What to give `navigator.credentials.create`, as JSON: a passkey that knows its reader by itself. */
export async function passkeyToAdd(
  { passkeys, keys, clock, stand }: PasskeyNeeds,
  reader: Reader,
): Promise<object> {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const known = await passkeys.of(reader.id)
  return generateRegistrationOptions({
    rpName: stand.name,
    rpID: stand.publicUrl.hostname,
    userID: new Uint8Array(Buffer.from(reader.id)),
    userName: reader.address,
    userDisplayName: reader.name || reader.address,
    challenge: newChallenge(keys.challenges, purposeOf(reader), clock()),
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
  })
}

/** Adds the passkey that a browser made. Only who signed in lately may; they are told by mail. */
export async function addPasskey(
  needs: PasskeyNeeds,
  { reader, session }: SignedInReader,
  { answer, name }: { readonly answer: unknown; readonly name: string },
): Promise<Outcome<'added', NotAdded>> {
  const { passkeys, keys, clock } = needs
  const at = clock()
  if (!isFresh(session, at)) return bad('not-fresh')
  const { registrationAnswer } = await import('./passkey-answers.ts')
  const read = registrationAnswer.safeParse(answer)
  if (!read.success) return bad('bad-answer')
  const checked = await checkedAnswer(needs, reader, read.data)
  if (checked === null) return bad('bad-answer')

  const { credential, credentialBackedUp } = checked.info
  const passkey = {
    id: credential.id,
    readerId: reader.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: read.data.response.transports,
    name: readerName(name) || stillNameless(session),
    synced: credentialBackedUp,
    addedAt: at,
    usedAt: null,
  }
  const to = mailAddressIn(reader.address)?.to ?? reader.address
  const facts = { name: passkey.name }
  const mail = { kind: 'passkey-added', facts, to, locale: reader.locale } as const
  return passkeys.add(passkey, checked.spent, queuedMail(keys, mail, { at, readerId: reader.id }))
}

interface Checked {
  readonly info: Extract<VerifiedRegistrationResponse, { verified: true }>['registrationInfo']
  readonly spent: SpentChallenge
}

async function checkedAnswer(
  { keys, clock, stand }: PasskeyNeeds,
  reader: Reader,
  response: Parameters<typeof verifyRegistrationResponse>[0]['response'],
): Promise<Checked | null> {
  let spent: SpentChallenge | null = null
  const expectedChallenge = (challenge: string) => {
    spent = challengeIn(keys.challenges, purposeOf(reader), { challenge, at: clock() })
    return spent !== null
  }
  const { origin: expectedOrigin, hostname: expectedRPID } = stand.publicUrl
  const supportedAlgorithmIDs = algorithms
  const expected = { expectedChallenge, expectedOrigin, expectedRPID, supportedAlgorithmIDs }
  const library = await import('@simplewebauthn/server')
  // The library throws for whatever does not hold, and for bytes that are no answer at all.
  const verified = await library
    .verifyRegistrationResponse({ response, ...expected })
    .catch(() => null)
  if (!verified?.verified || spent === null) return null
  return { info: verified.registrationInfo, spent }
}

/** What a passkey is called that got no name: where it was made, in names that need no language. */
function stillNameless({ device }: Session): string {
  return [device.browser, device.system].filter(Boolean).join(', ')
}
