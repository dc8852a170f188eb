import type { Mail } from '#accounts'
import type { Say } from '../languages/say.ts'
import type { WebSettings } from '../needs.ts'
import { noticeLines } from './notice-lines.ts'

/** One line of a letter: a sentence, or what is to be typed or opened. */
export type Line =
  | { readonly kind: 'words' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly address: string }

export interface Said {
  readonly subject: string
  readonly lines: readonly Line[]
}

/** What the sentences need beside the facts of the mail. */
export interface Surroundings {
  readonly say: Say
  readonly stand: string
  /** Where to reach those who run the stand: an address or a web address. */
  readonly where: string
  /** Who runs it, empty when nobody said, and the address that they gave. */
  readonly operator: string
  readonly contact: URL | null
  readonly vat: WebSettings['vat']
  /** BCP 47 tag of the language, and the zone in which its days are counted. */
  readonly tag: string
  readonly timeZone: string
  /** Where plans are chosen: a whole web address. */
  readonly plans: string
  /** Where an edition is read, by the names in its address. */
  readonly editionAt: (publication: string, edition: string) => string
  /** Where what a token of ours is for can be withdrawn from. */
  readonly withdrawAt: (token: string) => string
}

const words = (text: string): Line => ({ kind: 'words', text })

/** What a mail says, in sentences of one language. */
export function linesOf(mail: Mail, surroundings: Surroundings): Said {
  const { say, stand, where } = surroundings
  const tellUs = words(say('mail-tell-us', { stand, where }))
  switch (mail.kind) {
    case 'sign-in':
    case 'confirm-address': {
      const { code, link, minutes } = mail.facts
      const subject = say(`mail-${mail.kind}-subject`, { code, stand })
      const lines: Line[] = [
        words(say(`mail-${mail.kind}`, { stand })),
        words(say('mail-type-code')),
        { kind: 'code', text: code },
        words(say('mail-or-link')),
        { kind: 'link', address: link },
        words(say('mail-good-for', { minutes })),
        words(say('mail-not-you', { stand })),
      ]
      return { subject, lines }
    }
    case 'address-changed': {
      const said = words(say('mail-address-changed', { stand, address: mail.facts.address }))
      return { subject: say('mail-address-changed-subject', { stand }), lines: [said, tellUs] }
    }
    case 'passkey-added': {
      const said = words(say('mail-passkey-added', { name: mail.facts.name }))
      return { subject: say('mail-passkey-added-subject', { stand }), lines: [said, tellUs] }
    }
    case 'provider-added': {
      const { provider } = mail.facts
      const said = words(say('mail-provider-added', { provider }))
      const subject = say('mail-provider-added-subject', { stand, provider })
      return { subject, lines: [said, tellUs] }
    }
    case 'notice':
      return noticeLines(mail.facts, surroundings)
    case 'account-deleted': {
      const said = words(say('mail-account-deleted', { stand }))
      return { subject: say('mail-account-deleted-subject', { stand }), lines: [said, tellUs] }
    }
  }
}
