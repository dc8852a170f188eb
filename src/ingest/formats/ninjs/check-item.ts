import { objectIn } from '../object-in.ts'
import type { Kind, Names } from './kinds.ts'
import { namesOf, ownName, since } from './names.ts'
import { isKnown, type Version } from './version.ts'

export interface Fault {
  /** Where in the item, as a path: "associations[0].uri". */
  readonly path: string
  readonly message: string
  /** Whether the item may still be read. */
  readonly slight: boolean
}

type Check = (value: unknown, path: string) => Fault[]

/**
 * What is wrong with an item by the rules of its version, in the order of the item. Names that the
 * standard does not have are grave at the top, where a misspelt status or embargo would be missed.
 */
export function faultsIn(
  item: Readonly<Record<string, unknown>>,
  version: Version,
  path = '',
  needs: readonly string[] = ['uri'],
  more: readonly string[] = [],
): Fault[] {
  const names: Names = namesOf(version.family)
  const missing = needs
    .filter((name) => !Object.hasOwn(item, name))
    .map((name) => lacks(path, name))
  const wrong = Object.entries(item).flatMap(([name, value]) => {
    const place = join(path, name)
    const kind = Object.hasOwn(names, name) ? names[name] : undefined
    if (kind !== undefined)
      return [...early(name, value, place, version), ...check(kind, version)(value, place)]
    if (more.includes(name) || (version.family === 1 && ownName.test(name))) {
      return check({ is: 'text' }, version)(value, place)
    }
    return [unknownName(place, isKnown(name, version.family) || version.extended)]
  })
  return [...missing, ...wrong]
}

function early(name: string, value: unknown, path: string, { claimed }: Version): Fault[] {
  const from = since[name] ?? since[`${name}: ${value}`] ?? 0
  if (claimed === null || claimed >= from) return []
  return [
    grave(path, `came with ninjs ${from}, but the item says it is ninjs ${claimed.toFixed(1)}`),
  ]
}

function check(kind: Kind, version: Version): Check {
  switch (kind.is) {
    case 'text':
      return (value, path) => checkText(value, path, kind.oneOf)
    case 'number':
      return (value, path) => checkNumber(value, path, kind)
    case 'list':
      return (value, path) => {
        if (!Array.isArray(value)) return [grave(path, 'must be a list')]
        const inner = check(kind.of, version)
        return value.flatMap((one, at) => inner(one, `${path}[${at}]`))
      }
    case 'object':
      return (value, path) => checkObject(value, path, kind, version)
    case 'rights':
      return (value, path) => checkRights(value, path, kind)
    case 'item':
      return (value, path) => {
        const item = objectIn(value)
        const isBare = version.claimed === 2 && item?.name === undefined
        const needs = version.claimed === 2 ? (isBare ? ['uri'] : ['name']) : kind.needs
        if (item === null) return [grave(path, 'must be an object')]
        return faultsIn(item, version, path, needs, ['name', 'rel'])
      }
    case 'items-by-name':
      return byName((value, path) => {
        const item = objectIn(value)
        if (item === null) return [grave(path, 'must be an object')]
        return faultsIn(item, version, path)
      })
    case 'objects-by-name':
      return byName(check(kind.of, version))
  }
}

function checkText(value: unknown, path: string, oneOf: readonly string[] | undefined): Fault[] {
  if (typeof value !== 'string') return [grave(path, 'must be text')]
  if (oneOf === undefined || oneOf.includes(value)) return []
  return [grave(path, `is "${value.slice(0, 60)}" but must be one of: ${oneOf.join(', ')}`)]
}

function checkNumber(value: unknown, path: string, { from, to }: { from?: number; to?: number }) {
  if (typeof value !== 'number') return [grave(path, 'must be a number')]
  if (from === undefined || to === undefined) return []
  const fits = Number.isInteger(value) && value >= from && value <= to
  return fits ? [] : [grave(path, `must be a whole number from ${from} to ${to}`)]
}

function checkObject(
  value: unknown,
  path: string,
  { names, needs }: Kind & { is: 'object' },
  version: Version,
): Fault[] {
  const object = objectIn(value)
  if (object === null) return [grave(path, 'must be an object')]
  const missing = needs
    .filter((name) => !Object.hasOwn(object, name))
    .map((name) => lacks(path, name))
  if (names === undefined) return missing
  const wrong = Object.entries(object).flatMap(([name, inner]) => {
    const kind = Object.hasOwn(names, name) ? names[name] : undefined
    return kind === undefined ? [] : check(kind, version)(inner, join(path, name))
  })
  return [...missing, ...wrong]
}

function checkRights(value: unknown, path: string, { link, code }: Kind & { is: 'rights' }) {
  const rights = objectIn(value)
  if (rights === null) return [grave(path, 'must be an object')]
  const given = [link, code].filter((name) => rights[name] !== undefined)
  if (given.length !== 1) return [grave(path, `must have either "${link}" or "${code}"`)]
  return given.flatMap((name) => checkText(rights[name], join(path, name), undefined))
}

function byName(inner: Check): Check {
  return (value, path) => {
    const map = objectIn(value)
    if (map === null) return [grave(path, 'must be an object')]
    return Object.entries(map).flatMap(([name, one]) =>
      /^\w+$/.test(name) ? inner(one, join(path, name)) : [grave(join(path, name), 'is no name')],
    )
  }
}

const join = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)
const lacks = (path: string, name: string) => grave(join(path, name), 'is missing')
const grave = (path: string, message: string): Fault => ({ path, message, slight: false })

const unknownName = (path: string, slight: boolean): Fault => ({
  path,
  message: 'is no name of this version of ninjs',
  slight,
})
