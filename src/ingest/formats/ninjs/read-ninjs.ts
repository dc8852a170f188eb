import type { Entry, Reading } from '../../draft.ts'
import type { Decoded } from '../../format.ts'
import { refuse } from '../../refuse.ts'
import type { Remark } from '../../remark.ts'
import { objectIn } from '../object-in.ts'
import { type Fault, faultsIn } from './check-item.ts'
import { draftOfItem } from './draft-of-item.ts'
import { type Item, objectsAt, textAt } from './said.ts'
import { isCancelled } from './status.ts'
import { versionOf } from './version.ts'

/** Reads one item, a list of items, or an object that holds them under "items". */
export function readNinjs(delivery: Decoded): Reading {
  const root = jsonIn(delivery.text)
  if (root instanceof Error) {
    const message = `It is not JSON (${root.message}). Send it again, whole.`
    return refuse('ninjs.invalid', message, '', delivery.remarks)
  }
  const items = itemsIn(root)
  if (items.length === 0) {
    return refuse('ninjs.invalid', 'There is no news item in it.', '', delivery.remarks)
  }
  const single = items.length === 1
  return {
    ok: true,
    format: 'ninjs',
    sender: {
      title: '',
      description: '',
      language: null,
      home: null,
      ...delivery.said,
    },
    entries: items.map((item, at) =>
      entryOf(item, delivery, whereOf(item, single ? null : at + 1)),
    ),
    remarks: delivery.remarks,
  }
}

function jsonIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function itemsIn(root: unknown): readonly unknown[] {
  if (Array.isArray(root)) return root
  const object = objectIn(root)
  if (object === null) return []
  if (textAt(object, 'uri') !== '') return packed(object) ?? [object]
  const held = object.items ?? object._items
  if (Array.isArray(held)) return held
  const associated = objectsAt(object, 'associations')
  return associated.length > 0 && !Object.hasOwn(object, 'headline') ? associated : [object]
}

/** A package without a text of its own is read as the texts in it. */
function packed(item: Item): readonly Item[] | null {
  if (textAt(item, 'type') !== 'composite') return null
  if (Object.keys(item).some((name) => /^bod(?:y|ies)/.test(name))) return null
  const texts = objectsAt(item, 'associations').filter((inner) => textAt(inner, 'type') === 'text')
  return texts.some((inner) => Object.keys(inner).some((name) => /^bod(?:y|ies)/.test(name)))
    ? texts
    : null
}

function whereOf(item: unknown, number: number | null): string {
  const uri = textAt(objectIn(item) ?? {}, 'uri').slice(0, 200)
  return [number === null ? '' : `item ${number}`, uri].filter(Boolean).join(' ')
}

function entryOf(value: unknown, delivery: Decoded, where: string): Entry {
  const item = objectIn(value)
  if (item === null)
    return quarantined([remarkOf({ path: '', message: 'must be an object', slight: false }, where)])
  const version = versionOf(item)
  const faults = faultsIn(item, version, '', ['uri'], ['name', 'rel'])
  const remarks = faults.map((fault) => remarkOf(fault, where))
  const isGrave = faults.some(({ slight }) => !slight) || textAt(item, 'uri') === ''
  // A story that has to go goes, however badly the sender writes it.
  const hasToGo = isCancelled(item) && textAt(item, 'uri') !== ''
  if (isGrave && !hasToGo) {
    const empty = faults.length === 0 ? [noUri(where)] : []
    return quarantined([...remarks, ...empty])
  }
  return draftOfItem(item, delivery, where, remarks)
}

const quarantined = (remarks: readonly Remark[]): Entry => ({
  ok: false,
  status: 'quarantined',
  remarks,
})

const noUri = (where: string): Remark => ({
  code: 'ninjs.invalid',
  message: '"uri" is empty. Give each item its own.',
  where,
})

function remarkOf({ path, message, slight }: Fault, where: string): Remark {
  return {
    code: slight ? 'ninjs.unknown-name' : 'ninjs.invalid',
    message: `"${path}" ${message}.`,
    where: [where, path].filter(Boolean).join(' › '),
  }
}
