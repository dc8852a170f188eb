import type { Delivery } from '../../delivery.ts'

/** "low-water.md" for a file's path or an address. */
export const fileNameOf = (from: string): string => partsOf(from).at(-1) ?? from

/**
 * What names a file wherever its folder lies: its place in the folder that was sent, or, sent by
 * itself, its own name and that of the folder it is in.
 */
export function keyOf({ from, folder }: Pick<Delivery, 'from' | 'folder'>): string {
  const parts = partsOf(from)
  const above = folder === undefined ? parts.length - 2 : partsOf(folder).length
  return parts.slice(Math.max(0, above)).join('/')
}

/** A headline for a file without one: "Low water" for "2025-05-20-low-water.md". */
export function headlineOf(from: string): string {
  const [folder = '', file = ''] = partsOf(from).slice(-2)
  const name = /^(?:_?index|readme)\.\w+$/i.test(file) ? folder : file || folder
  const words = name
    .replace(/\.\w+$/, '')
    .replace(/^\d{4}-\d{2}-\d{2}[-_]?/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words === '' ? name : words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

function partsOf(from: string): string[] {
  const path = URL.parse(from)?.pathname ?? from
  return path.split(/[\\/]/).filter(Boolean)
}
