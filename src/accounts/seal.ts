import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** Text that only who has the key can read: AES-256-GCM. `about` has to be the same to open it. */
export function seal(key: Uint8Array, text: string, about: string): string {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(about))
  const inside = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), inside]).toString('base64url')
}

/** The text inside, or null when it was not sealed with this key, about this, or was changed. */
export function unseal(key: Uint8Array, sealed: string, about: string): string | null {
  const whole = Buffer.from(sealed, 'base64url')
  if (whole.length < nonceBytes + tagBytes) return null
  const tag = whole.subarray(nonceBytes, nonceBytes + tagBytes)
  try {
    const opening = createDecipheriv(cipher, key, whole.subarray(0, nonceBytes))
    opening.setAAD(Buffer.from(about)).setAuthTag(tag)
    const inside = whole.subarray(nonceBytes + tagBytes)
    return Buffer.concat([opening.update(inside), opening.final()]).toString('utf8')
  } catch {
    return null
  }
}
