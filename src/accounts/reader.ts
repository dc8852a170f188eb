/** Somebody with an account. */
export interface Reader {
  readonly id: string
  /** As they wrote it. */
  readonly address: string
  /** The form in which it is compared: `mailAddressIn`. */
  readonly addressKey: string
  /** What they want to be called; empty when they did not say. */
  readonly name: string
  /** The interface language in which they are written to: a locale's name. */
  readonly locale: string
  readonly joinedAt: Temporal.Instant
  /** Mails they asked for, beside those that their account needs. */
  readonly choices: readonly MailChoice[]
}

/** `news`: what the people of the stand have to tell. */
export type MailChoice = (typeof mailChoices)[number]

export const mailChoices = ['news'] as const

/** How a reader wants stories set, as the scripts of our pages write it down. */
export interface ReadingWish {
  readonly words: string
  readonly theme: string
  /** When they chose it. */
  readonly at: Temporal.Instant
}

const longestName = 80

/** A name as it can be shown: one line, no control characters, at most 80 letters. */
export function readerName(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Co}\p{Cn}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
  return Array.from(line.trim()).slice(0, longestName).join('').trim()
}
