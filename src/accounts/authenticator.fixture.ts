import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

interface Wish {
  readonly challenge: string
  readonly origin?: string
  readonly verified?: boolean
  readonly counter?: number
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** A device that keeps one passkey (WebAuthn, ES256, no attestation), for tests. */
export function newAuthenticator(host = 'localhost', usual = 'http://localhost:3000') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const coseKey = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  )

  const client = (type: string, { challenge, origin = usual }: Wish) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const head = (flags: number, { verified = true, counter = 0 }: Wish) => {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(counter)
    return Buffer.concat([sha256(host), Buffer.from([flags | 1 | (verified ? 4 : 0)]), counted])
  }
  const common = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} }

  return {
    id: text(id),
    /** What `navigator.credentials.create` gives. */
    create(wish: Wish) {
      const key = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey])
      const authData = new Uint8Array(Buffer.concat([head(0x40, wish), key]))
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      const clientDataJSON = text(client('webauthn.create', wish))
      const attestationObject = text(isoCBOR.encode(attestation as never))
      return {
        ...common,
        response: { clientDataJSON, attestationObject, transports: ['internal'] },
      }
    },
    /** What `navigator.credentials.get` gives. */
    get(wish: Wish, readerId: string) {
      const [data, authData] = [client('webauthn.get', wish), head(0, wish)]
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey)
      const response = {
        clientDataJSON: text(data),
        authenticatorData: text(authData),
        signature: text(signature),
        userHandle: text(Buffer.from(readerId)),
      }
      return { ...common, response }
    },
  }
}
