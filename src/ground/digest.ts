import { hash } from 'node:crypto'

/** The SHA-256 of the given text or bytes, as 64 lower-case hexadecimal digits. */
export function digestOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}
