import { mailAddressIn } from '#accounts'

/** How the stand sends mail. Without a server, mails are kept in its folder. */
export interface MailSettings {
  /** `smtp://…` or `smtps://…`, with its password; null to keep mails. */
  readonly smtp: string | null
  /** The address that mails come from. */
  readonly from: string
}

/** The service that readers may sign in with. */
export interface ProviderSettings {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** What readers know it by. */
  readonly name: string
  /** The operator says that it is on the stand's own network. */
  readonly inside: boolean
}

type Text = (name: string) => string

const shortestSecret = 32

/** What every key of the stand follows from, instead of the file in its folder; null to use that. */
export function secretIn(text: Text, mistakes: string[]): string | null {
  const secret = text('KIOSK_SECRET')
  if (secret === '') return null
  // It is never shown, so that it does not end in a log.
  if (secret.length < shortestSecret) {
    mistakes.push(`KIOSK_SECRET must have at least ${shortestSecret} characters; make it at random`)
  }
  return secret
}

export function mailSettingsIn(text: Text, publicUrl: URL, mistakes: string[]): MailSettings {
  const smtp = text('SMTP_URL')
  const from = text('KIOSK_MAIL_FROM')
  // Never shown either: there is a password in it.
  if (smtp !== '' && !(/^smtps?:\/\/[^/?#]/.test(smtp) && URL.canParse(smtp))) {
    mistakes.push('SMTP_URL must be an address such as smtps://name:password@mail.example')
  }
  if (from !== '' && mailAddressIn(from) === null) {
    mistakes.push(`KIOSK_MAIL_FROM must be an e-mail address, not "${from}"`)
  }
  if (smtp !== '' && from === '') {
    mistakes.push('KIOSK_MAIL_FROM must say which address mails come from, as SMTP_URL is set')
  }
  return { smtp: smtp === '' ? null : smtp, from: from || `kiosk@${publicUrl.hostname}` }
}

const providerNames = [
  'KIOSK_OIDC_ISSUER',
  'KIOSK_OIDC_CLIENT_ID',
  'KIOSK_OIDC_CLIENT_SECRET',
  'KIOSK_OIDC_NAME',
] as const

/** All of its settings, or none. */
export function providerSettingsIn(
  text: Text,
  inside: boolean,
  mistakes: string[],
): ProviderSettings | null {
  const missing = providerNames.filter((name) => text(name) === '')
  if (missing.length === providerNames.length) return null
  mistakes.push(
    ...missing.map((name) => `${name} is missing; the other KIOSK_OIDC_ settings need it`),
  )
  const [issuer = '', clientId = '', clientSecret = '', name = ''] = providerNames.map(text)
  const url = URL.parse(issuer)
  const wanted = inside ? /^https?:$/ : /^https:$/
  if (issuer !== '' && (url === null || !wanted.test(url.protocol))) {
    mistakes.push(`KIOSK_OIDC_ISSUER must be an address beginning with https://, not "${issuer}"`)
  }
  return url === null ? null : { issuer: url, clientId, clientSecret, name, inside }
}
