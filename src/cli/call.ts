import { type Door, doors, type PublicationKind } from '#catalogue'
import type { Said } from '#desk'
import { languageTag } from '#ground/language'
import type { Stand } from '../assemble.ts'

/** The words of a call cannot be used. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Every option of every command, as `parseArgs` wants them. */
export const options = {
  publication: { type: 'string' },
  title: { type: 'string' },
  language: { type: 'string' },
  kind: { type: 'string' },
  door: { type: 'string' },
  'publish-at': { type: 'string' },
  'edition-name': { type: 'string' },
  note: { type: 'string' },
  role: { type: 'string' },
  opens: { type: 'string' },
  trial: { type: 'string' },
  seats: { type: 'string' },
  price: { type: 'string' },
  per: { type: 'string' },
  plan: { type: 'string' },
  months: { type: 'string' },
  count: { type: 'string' },
  until: { type: 'string' },
  publications: { type: 'string' },
  stories: { type: 'string' },
  seed: { type: 'string' },
  all: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

type Texts = Exclude<keyof typeof options, 'all' | 'json' | 'help'>

export type Options = { readonly [Name in Texts]?: string | undefined } & {
  readonly all?: boolean | undefined
  readonly json?: boolean | undefined
}

/** One call of the command line, its words read. */
export interface Call {
  readonly stand: Stand
  /** What follows the command's name. */
  readonly words: readonly string[]
  readonly options: Options
  /** The folder in which the caller stands: relative paths are his. */
  readonly from: string
  readonly publicUrl: URL
  /** Minutes between two polls of a feed. */
  readonly feedMinutes: number
}

/** What the options say of a publication. */
export function saidIn(given: Options): Said {
  const language = given.language === undefined ? undefined : languageIn(given.language)
  const kind = given.kind === undefined ? undefined : kindIn(given.kind)
  return {
    ...(given.publication === undefined ? {} : { publication: given.publication }),
    ...(given.title === undefined ? {} : { title: given.title }),
    ...(language === undefined ? {} : { language }),
    ...(kind === undefined ? {} : { kind }),
  }
}

export function doorIn(given: Options): Door | null {
  if (given.door === undefined) return null
  return oneOf('--door', given.door, doors)
}

export function momentIn(given: Options): Temporal.Instant | null {
  const text = given['publish-at']
  if (text === undefined) return null
  try {
    return Temporal.Instant.from(text)
  } catch {
    throw new UsageError(
      `--publish-at must be a moment such as 2031-04-02T06:00:00Z, not "${text}"`,
    )
  }
}

/** The beginning of the day in an option, in the stand's zone; null when nobody gave one. */
export function dayIn(
  name: string,
  text: string | undefined,
  zone: string,
): Temporal.Instant | null {
  if (text === undefined) return null
  try {
    return Temporal.PlainDate.from(text).toZonedDateTime(zone).toInstant()
  } catch {
    throw new UsageError(`${name} must be a day such as 2031-04-02, not "${text}"`)
  }
}

function kindIn(text: string): PublicationKind {
  return oneOf('--kind', text, ['newspaper', 'magazine', 'journal'])
}

function languageIn(text: string): string {
  const tag = languageTag(text)
  if (tag === null) throw new UsageError(`--language must be a tag such as en or nl, not "${text}"`)
  return tag
}

export function oneOf<Value extends string>(
  name: string,
  text: string,
  values: readonly Value[],
): Value {
  const found = values.find((value) => value === text)
  if (found !== undefined) return found
  throw new UsageError(`${name} must be one of ${values.join(', ')}, not "${text}"`)
}
