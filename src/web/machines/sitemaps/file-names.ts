import { addresses, href } from '../../addresses.ts'

/** What a file of the map holds; portions of publications and of a month are counted from 1. */
export type MapFile =
  | { readonly kind: 'pages' }
  | { readonly kind: 'news' }
  | { readonly kind: 'publications'; readonly portion: number }
  | { readonly kind: 'stories'; readonly month: string; readonly portion: number }

/** The path of a file of the map. */
export function mapPath(file: MapFile): string {
  return href(addresses.sitemapFile, { file: `${nameOf(file)}.xml` })
}

function nameOf(file: MapFile): string {
  switch (file.kind) {
    case 'pages':
    case 'news':
      return file.kind
    case 'publications':
      return `publications${numbered(file.portion)}`
    case 'stories':
      return `stories-${file.month}${numbered(file.portion)}`
  }
}

const numbered = (portion: number) => (portion === 1 ? '' : `-${portion}`)

const pattern =
  /^(?:(pages|news)|(publications)|stories-(\d{4}-(?:0[1-9]|1[0-2])))(?:-([1-9]\d{0,5}))?\.xml$/

/** What the file with this name holds, or null when no file can have it. */
export function mapFileNamed(name: string): MapFile | null {
  const [whole, single, publications, month, number = '1'] = pattern.exec(name) ?? []
  const portion = Number(number)
  const file = ((): MapFile | null => {
    if (single === 'pages' || single === 'news') return { kind: single }
    if (publications !== undefined) return { kind: 'publications', portion }
    return month === undefined ? null : { kind: 'stories', month, portion }
  })()
  // "pages-1.xml" and "publications-1.xml" are no names of ours.
  return file !== null && `${nameOf(file)}.xml` === whole ? file : null
}

export const newsMap = mapPath({ kind: 'news' })
