import {
  type Door,
  doors,
  type KeptPicture,
  type Licence,
  type PublicationKind,
  type Topic,
  topicNamed,
} from '#catalogue'
import type { Direction } from '#ground/language'

/** Moments are whole milliseconds; PostgreSQL hands a bigint back as text. */
export function instantFrom(column: number | string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number(column))
}

export function dateFrom(column: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(column)
}

export function doorFrom(column: string): Door {
  return oneOf(column, doors, 'door')
}

export function directionFrom(column: string): Direction {
  return oneOf(column, ['ltr', 'rtl'], 'direction')
}

export function kindFrom(column: string): PublicationKind {
  return oneOf(column, ['newspaper', 'magazine', 'journal'], 'kind of publication')
}

/** A topic that this Kiosk does not know any more is none. */
export function topicsFrom(column: string): readonly Topic[] {
  return textsFrom(column).flatMap((name) => topicNamed(name) ?? [])
}

export function licenceFrom(column: string): Licence {
  const { since, ...licence }: Omit<Licence, 'since'> & { since: string | null } =
    JSON.parse(column)
  return { ...licence, since: since === null ? null : Temporal.PlainDate.from(since) }
}

/** JSON that this program wrote itself; its type is that of the writer a few lines away. */
export function picturesFrom(column: string | null): KeptPicture | null {
  return column === null ? null : JSON.parse(column)
}

export function textsFrom(column: string): readonly string[] {
  return JSON.parse(column)
}

export function oneOf<Value extends string>(
  column: string,
  values: readonly Value[],
  what: string,
): Value {
  const found = values.find((value) => value === column)
  if (found === undefined) throw new TypeError(`Not a ${what}: ${column}`)
  return found
}
