import type { Delivery } from './delivery.ts'
import type { Draft, Entry, Hold, Reading } from './draft.ts'

/** The same shape with every moment and day as text: what may cross from thread to thread. */
export type Wire<Value> = Value extends Temporal.Instant | Temporal.PlainDate
  ? string
  : Value extends Uint8Array
    ? Value
    : Value extends readonly (infer Item)[]
      ? readonly Wire<Item>[]
      : Value extends object
        ? { readonly [Name in keyof Value]: Wire<Value[Name]> }
        : Value

export function deliveryToWire(delivery: Delivery): Wire<Delivery> {
  return { ...delivery, at: String(delivery.at) }
}

export function deliveryFromWire(wire: Wire<Delivery>): Delivery {
  return { ...wire, at: Temporal.Instant.from(wire.at) }
}

/** A reading as plain data, which `fromWire` turns back into an equal one. */
export function toWire(reading: Reading): Wire<Reading> {
  return reading.ok ? { ...reading, entries: reading.entries.map(entryToWire) } : reading
}

export function fromWire(wire: Wire<Reading>): Reading {
  return wire.ok ? { ...wire, entries: wire.entries.map(entryFromWire) } : wire
}

function entryToWire(entry: Entry): Wire<Entry> {
  if (!entry.ok) return entry
  const { version, publishedAt, editionDate, hold } = entry.draft
  const dates = {
    version: version === null ? null : String(version),
    publishedAt: publishedAt === null ? null : String(publishedAt),
    editionDate: editionDate === null ? null : String(editionDate),
    hold:
      hold === null ? null : { ...hold, until: hold.until === null ? null : String(hold.until) },
  }
  return { ...entry, draft: { ...entry.draft, ...dates } }
}

function entryFromWire(wire: Wire<Entry>): Entry {
  if (!wire.ok) return wire
  const { version, publishedAt, editionDate, hold } = wire.draft
  const dates: Pick<Draft, 'version' | 'publishedAt' | 'editionDate' | 'hold'> = {
    version: instantFrom(version),
    publishedAt: instantFrom(publishedAt),
    editionDate: editionDate === null ? null : Temporal.PlainDate.from(editionDate),
    hold: hold === null ? null : holdFrom(hold),
  }
  return { ...wire, draft: { ...wire.draft, ...dates } }
}

const holdFrom = ({ until, because }: Wire<Hold>): Hold => ({ until: instantFrom(until), because })

const instantFrom = (text: string | null): Temporal.Instant | null =>
  text === null ? null : Temporal.Instant.from(text)
