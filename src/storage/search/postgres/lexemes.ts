import { type Columns, fields, type IndexedWords, type IndexField } from '../columns.ts'
import { slots } from '../document-id.ts'

/** Lexemes that are no words begin with a sign of private use; those of tags are in columns.ts. */
export const nowhere = '\uE000'
export const startSign = '\uE020'
export const daySign = '\uE021'
export const monthSign = '\uE022'

/** Words of one field are in the index once more, with its sign. */
export const fieldSign = (field: IndexField): string =>
  String.fromCodePoint(0xe010 + fields.indexOf(field))

const askedAlone: ReadonlySet<IndexField> = new Set([
  'headline',
  'byline',
  'section',
  'publication',
])

/** As much as a `tsvector` knows of places: later words are found, but not in phrases. */
const lastPlace = 16_383
const mostPlaces = 250
/** Between fields, so that no phrase goes from one into the next. */
const gap = 2

/** The text of a `tsvector` with the terms of all fields in their places. */
export function tsvectorOf(columns: Columns, id: number): string {
  const places = new Map<string, number[]>()
  const put = (lexeme: string, place: number): void => {
    const known = places.get(lexeme)
    if (known === undefined) places.set(lexeme, place <= lastPlace ? [place] : [])
    else if (place <= lastPlace && known.length < mostPlaces) known.push(place)
  }
  let at = 1
  for (const field of fields) {
    if (field === 'tags') continue
    const sign = askedAlone.has(field) ? fieldSign(field) : null
    for (const term of columns[field].split(' ')) {
      if (term === '') continue
      put(term, at)
      if (sign !== null) put(sign + term, at)
      at += 1
    }
    at += gap
  }
  for (const lexeme of [...columns.tags.split(' '), ...bucketOf(id)]) places.set(lexeme, [])
  return [...places].map(([lexeme, list]) => `'${lexeme}'${placed(list)}`).join(' ')
}

const placed = (places: readonly number[]): string =>
  places.length === 0 ? '' : `:${places.join(',')}`

/** The words of a headline, and how each of them begins. */
export function headsOf({ heads }: Pick<IndexedWords, 'heads'>, id: number): string {
  const words = new Set(heads.split(' ').filter((word) => word !== ''))
  const starts = [...words].flatMap((word) => {
    const signs = Array.from(word).slice(0, longestStart)
    return signs.map((_, at) => startSign + signs.slice(0, at + 1).join(''))
  })
  return [...new Set([...words, ...starts, ...bucketOf(id)])]
    .map((lexeme) => `'${lexeme}'`)
    .join(' ')
}

/** Longer beginnings are looked up among the words there are. */
const longestStart = 3

/** Ids of one day, and of thirty of them; counted from the epoch, so no calendar is needed. */
export const day = 1_440 * slots
export const month = 30 * day

function bucketOf(id: number): string[] {
  return [daySign + Math.floor(id / day), monthSign + Math.floor(id / month)]
}
