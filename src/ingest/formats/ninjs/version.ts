import { objectIn } from '../object-in.ts'
import { dialect, type Family, namesOf, ownName } from './names.ts'

export interface Version {
  readonly family: Family
  /** As the item says it, as a number ("1.3"); null when it does not. */
  readonly claimed: number | null
  /** Whether the item names a schema of the sender's own, which may add names. */
  readonly extended: boolean
}

/** The version an item says it has, or the family whose names it uses. */
export function versionOf(item: Readonly<Record<string, unknown>>): Version {
  const standard = objectIn(item.$standard) ?? objectIn(item.standard) ?? {}
  const { version, schema } = standard
  const said = /^[123]\.\d/.exec(String(version ?? ''))?.[0] ?? versionIn(String(schema ?? ''))
  const extended = typeof schema === 'string' && !/^https?:\/\/(?:www\.)?iptc\.org\//.test(schema)
  const family = familyNumber(said) ?? familyByNames(Object.keys(item))
  return { family, claimed: said === null ? null : Number(said), extended }
}

const versionIn = (schema: string) => /_([123]\.\d)\.json/.exec(schema)?.[1] ?? null

function familyNumber(said: string | null): Family | null {
  if (said === null) return null
  return said.startsWith('1') ? 1 : said.startsWith('2') ? 2 : 3
}

/** The family that knows most of the names; 1.x, the most forgiving, when they know equally many. */
function familyByNames(names: readonly string[]): Family {
  const unknown = (family: Family) => names.filter((name) => !isKnown(name, family)).length
  const families: readonly Family[] = [1, 2, 3]
  return families.reduce((best, next) => (unknown(next) < unknown(best) ? next : best))
}

/** Whether the standard has this name, or newsrooms are known to add it. */
export function isKnown(name: string, family: Family): boolean {
  const given = Object.hasOwn(namesOf(family), name) || dialect.has(name)
  return given || (family === 1 && ownName.test(name))
}
