import { languageTag } from '#ground/language'
import { timeZoneOf } from '#ground/time-zone'
import { type StripeKeys, stripeKeysIn } from './config/payments.ts'
import { proxiesIn } from './config/proxies.ts'
import {
  type MailSettings,
  mailSettingsIn,
  type ProviderSettings,
  providerSettingsIn,
  secretIn,
} from './config/sign-in.ts'
import { type SpeechServer, speechServerIn } from './config/speech.ts'
import { type TranslationSettings, translationSettingsIn } from './config/translation.ts'

export interface Config {
  readonly host: string
  readonly port: number
  readonly publicUrl: URL
  readonly sourceUrl: URL | null
  /** The stand's folder: pictures, and the database unless there is a server for it. */
  readonly folder: string
  readonly database:
    | { readonly kind: 'sqlite' }
    | { readonly kind: 'postgres'; readonly url: string }
  readonly name: string
  readonly language: string
  readonly timeZone: string
  readonly demo: boolean
  readonly pseudoLocales: boolean
  readonly feedMinutes: number
  readonly logLevel: LogLevel
  /** The servers in front of this one, as IP addresses or ranges: what they say of who asks is believed. */
  readonly proxies: readonly string[]
  /** Who runs the stand, for its readers; empty when nobody said. */
  readonly operator: string
  /** Whether the prices of the stand include value added tax, or none is charged. */
  readonly vat: 'unsaid' | 'included' | 'none'
  /** Where its readers reach them: mailto:, http: or https:. */
  readonly contact: URL | null
  /** Never logged; null: the key file in the folder. */
  readonly secret: string | null
  readonly mail: MailSettings
  readonly provider: ProviderSettings | null
  /** Metered stories a calendar month: of a reader, and of a browser that nobody knows. */
  readonly meter: number
  readonly strangersMeter: number
  /** Null: nothing can be bought with money. */
  readonly stripe: StripeKeys | null
  /** When stories are read aloud: for the first who listens, or for all as soon as they are out. */
  readonly narrate: 'on-request' | 'at-publishing'
  /** A server that reads stories aloud; null: none beside the voices of this machine. */
  readonly speech: SpeechServer | null
  readonly translation: TranslationSettings
}

export type LogLevel = (typeof logLevels)[number]

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

export type Environment = Readonly<Record<string, string | undefined>>

/** Every setting that Kiosk knows; the others that begin with KIOSK_ belong to its tests. */
const known = new Set([
  'KIOSK_DATA',
  'KIOSK_NAME',
  'KIOSK_LANGUAGE',
  'KIOSK_TIME_ZONE',
  'KIOSK_DEMO',
  'KIOSK_PSEUDO_LOCALES',
  'KIOSK_FEED_MINUTES',
  'KIOSK_LOG_LEVEL',
  'KIOSK_SOURCE_URL',
  'KIOSK_PROXIES',
  'KIOSK_OPERATOR',
  'KIOSK_CONTACT',
  'KIOSK_VAT',
  'KIOSK_METER',
  'KIOSK_STRANGERS_METER',
  'KIOSK_SECRET',
  'KIOSK_MAIL_FROM',
  'KIOSK_OIDC_ISSUER',
  'KIOSK_OIDC_CLIENT_ID',
  'KIOSK_OIDC_CLIENT_SECRET',
  'KIOSK_OIDC_NAME',
  'KIOSK_OIDC_INSIDE',
  'KIOSK_NARRATE',
  'KIOSK_SPEECH_URL',
  'KIOSK_SPEECH_KEY',
  'KIOSK_SPEECH_MODEL',
  'KIOSK_SPEECH_VOICES',
  'KIOSK_CHAT_URL',
  'KIOSK_CHAT_KEY',
  'KIOSK_CHAT_MODEL',
  'KIOSK_TRANSLATE_CHARACTERS',
  'KIOSK_TRANSLATE_DRAFTS',
  'KIOSK_TRANSLATE_ORDER',
  'KIOSK_TEST_DATABASE_URL',
  'KIOSK_CHROMIUM',
  'KIOSK_CALLED_FROM',
])

/**
 * The one place that understands the environment.
 * @throws ConfigError listing every mistake, so that all can be mended at once
 */
export function readConfig(env: Environment): Config {
  const ask = questionsTo(env)
  const port = ask.number('PORT', 3000, { least: 0, most: 65_535 })
  const publicUrl = ask.webAddress('PUBLIC_URL') ?? new URL(`http://localhost:${port}`)
  const url = ask.text('DATABASE_URL', '')
  if (url !== '' && !(/^postgres(ql)?:\/\//.test(url) && URL.canParse(url))) {
    ask.mistakes.push('DATABASE_URL must be an address such as postgres://name@host/database')
  }
  const given = (name: string) => ask.text(name, '')
  const config: Config = {
    host: ask.text('HOST', '127.0.0.1'),
    port,
    publicUrl,
    sourceUrl: ask.webAddress('KIOSK_SOURCE_URL'),
    folder: ask.text('KIOSK_DATA', './data'),
    database: url === '' ? { kind: 'sqlite' } : { kind: 'postgres', url },
    name: ask.text('KIOSK_NAME', 'Kiosk'),
    language: ask.language('KIOSK_LANGUAGE', 'en'),
    timeZone: ask.timeZone('KIOSK_TIME_ZONE', Temporal.Now.timeZoneId()),
    demo: ask.yesOrNo('KIOSK_DEMO', true),
    pseudoLocales: ask.yesOrNo('KIOSK_PSEUDO_LOCALES', false),
    feedMinutes: ask.number('KIOSK_FEED_MINUTES', 15, { least: 1, most: 10_080 }),
    logLevel: ask.oneOf('KIOSK_LOG_LEVEL', logLevels, 'info'),
    operator: ask.text('KIOSK_OPERATOR', ''),
    proxies: proxiesIn(given('KIOSK_PROXIES'), ask.mistakes),
    contact: ask.contact('KIOSK_CONTACT'),
    meter: ask.number('KIOSK_METER', 3, { least: 0, most: 1_000 }),
    strangersMeter: ask.number('KIOSK_STRANGERS_METER', 0, { least: 0, most: 20 }),
    vat: ask.oneOf('KIOSK_VAT', ['unsaid', 'included', 'none'], 'unsaid'),
    stripe: stripeKeysIn(given, ask.mistakes),
    narrate: ask.oneOf('KIOSK_NARRATE', ['on-request', 'at-publishing'], 'on-request'),
    speech: speechServerIn(given, ask.mistakes),
    translation: translationSettingsIn(
      given,
      {
        most: ask.number('KIOSK_TRANSLATE_CHARACTERS', 0, { least: 0, most: 999_999_999 }),
        drafts: ask.yesOrNo('KIOSK_TRANSLATE_DRAFTS', false),
      },
      ask.mistakes,
    ),
    secret: secretIn(given, ask.mistakes),
    mail: mailSettingsIn(given, publicUrl, ask.mistakes),
    provider: providerSettingsIn(given, ask.yesOrNo('KIOSK_OIDC_INSIDE', false), ask.mistakes),
  }
  const strange = Object.keys(env).filter((name) => name.startsWith('KIOSK_') && !known.has(name))
  ask.mistakes.push(...strange.map(strangeness))
  if (ask.mistakes.length > 0) throw new ConfigError(ask.mistakes)
  return config
}

function strangeness(name: string): string {
  if (name !== 'KIOSK_OFFERS') return `${name} is no setting of Kiosk: see the README`
  return 'KIOSK_OFFERS is no setting any more: sell with `kiosk plan add` and `kiosk plan price`'
}

/** The settings cannot be used as they are. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(`Cannot start:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`)
    this.mistakes = mistakes
  }
}

/** Reads settings by kind and remembers what was wrong; an empty setting counts as not set. */
function questionsTo(env: Environment) {
  const mistakes: string[] = []
  const text = (name: string, otherwise: string) => env[name]?.trim() || otherwise

  /** The value if it can be understood; otherwise a mistake is noted and the usual one serves. */
  function understood<Value>(
    name: string,
    otherwise: Value,
    what: string,
    read: (given: string) => Value | null,
  ): Value {
    const given = text(name, '')
    if (given === '') return otherwise
    const value = read(given)
    if (value === null) mistakes.push(`${name} must be ${what}, not "${given}"`)
    return value ?? otherwise
  }

  return {
    mistakes,
    text,
    number: (name: string, otherwise: number, { least, most }: { least: number; most: number }) =>
      understood(name, otherwise, `a whole number from ${least} to ${most}`, (given) => {
        const value = /^\d{1,9}$/.test(given) ? Number(given) : -1
        return value >= least && value <= most ? value : null
      }),
    webAddress: (name: string) =>
      understood<URL | null>(
        name,
        null,
        'an address beginning with http:// or https://',
        (given) => {
          const url = URL.parse(given)
          return url !== null && /^https?:$/.test(url.protocol) ? url : null
        },
      ),
    contact: (name: string) =>
      understood<URL | null>(name, null, 'an e-mail address or a web address', contactIn),
    language: (name: string, otherwise: string) =>
      understood(name, otherwise, 'a language tag such as en or nl', languageTag),
    timeZone: (name: string, otherwise: string) =>
      understood(name, otherwise, 'a time zone such as Europe/Amsterdam', timeZoneOf),
    yesOrNo: (name: string, otherwise: boolean) =>
      understood(name, otherwise, '"yes" or "no"', (given) =>
        given === 'yes' ? true : given === 'no' ? false : null,
      ),
    oneOf: <Value extends string>(name: string, values: readonly Value[], otherwise: Value) =>
      understood(
        name,
        otherwise,
        `one of ${values.join(', ')}`,
        (given) => values.find((value) => value === given) ?? null,
      ),
  }
}

function contactIn(given: string): URL | null {
  const mail = /^(?!mailto:)[^\s@]+@[^\s@]+\.[^\s@]+$/i.test(given)
  const url = URL.parse(mail ? `mailto:${given}` : given)
  return url !== null && /^(?:mailto|https?):$/.test(url.protocol) ? url : null
}
