import type { Remark } from '../remark.ts'
import { charsetClues } from './charset-clues.ts'

export interface DecodedText {
  readonly text: string
  readonly remarks: readonly Remark[]
}

/**
 * Bytes to characters: the first named charset that fits every byte, else UTF-8, else windows-1252
 * with a remark. A UTF-8 text with a few broken bytes stays UTF-8: reading it as something else
 * would spoil every other letter.
 */
export function decode(bytes: Uint8Array, contentType: string | null): DecodedText {
  const { text, remarks } = asNamed(bytes, contentType)
  return { text: text.replace(/[\x80-\x9f]/g, meantBy), remarks }
}

const windows = new TextDecoder('windows-1252')

/** The control characters of ISO 8859-1 are never meant: they are windows-1252's quotation marks. */
const meantBy = (control: string): string => windows.decode(Uint8Array.of(control.charCodeAt(0)))

function asNamed(bytes: Uint8Array, contentType: string | null): DecodedText {
  const remarks: Remark[] = []
  for (const { from, label } of charsetClues(bytes, contentType)) {
    const charset = charsetNamed(label)
    if (charset === null) {
      remarks.push(unknown(label))
      continue
    }
    const text = textIn(bytes, charset)
    if (text !== null) return { text, remarks }
    if (from === 'mark' || isNearly(bytes, charset)) return withHoles(bytes, charset, remarks)
    remarks.push(wrong(charset))
  }
  const text = textIn(bytes, 'utf-8')
  if (text !== null) return { text, remarks }
  if (isNearly(bytes, 'utf-8')) return withHoles(bytes, 'utf-8', remarks)
  remarks.push(guessed)
  return { text: windows.decode(bytes), remarks }
}

/** The charset's own name ("latin1" gives "windows-1252", as browsers have it), or null. */
function charsetNamed(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

function textIn(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const mostHoles = 0.1

/** Whether nearly all letters beyond ASCII fit: then a few bytes are broken, not the name wrong. */
function isNearly(bytes: Uint8Array, charset: string): boolean {
  if (charset !== 'utf-8') return false
  const text = new TextDecoder(charset).decode(bytes)
  const beyond = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  const holes = text.match(/\ufffd/g)?.length ?? 0
  return holes < beyond * mostHoles
}

function withHoles(bytes: Uint8Array, charset: string, before: readonly Remark[]): DecodedText {
  const text = new TextDecoder(charset).decode(bytes)
  const message = `Some bytes are no ${charset} and were replaced by "\ufffd". Send the text in one charset.`
  return { text, remarks: [...before, { code: 'charset.replaced', message, where: '' }] }
}

const guessed: Remark = {
  code: 'charset.guessed',
  message:
    'The text is not UTF-8 and does not name its charset; it was read as windows-1252. Send UTF-8, or name the charset.',
  where: '',
}

const unknown = (label: string): Remark => ({
  code: 'charset.unknown',
  message: `"${label.slice(0, 40)}" is no charset we know, so the name was passed over. Send UTF-8.`,
  where: '',
})

const wrong = (charset: string): Remark => ({
  code: 'charset.wrong',
  message: `The text says it is ${charset}, but its bytes are not. Name the charset it really has, or send UTF-8.`,
  where: '',
})
