import { digestOf } from '#ground/digest'
import { oneLine } from '#ground/one-line'
import type { ListFault, ReaderList } from './list.ts'

/** All that a reader writes on a list but their name. */
export interface ListWords {
  readonly title: string
  readonly why: string
  /** By the ids of stories. */
  readonly notes: ReadonlyMap<string, string>
}

export const wordsOfList = ({ title, why, listed }: ReaderList): ListWords => ({
  ...{ title, why, notes: new Map(listed.map(({ storyId, note }) => [storyId, note])) },
})

/** What a form remembers of the words it was drawn with: "title:1f0c9a72 why:… STORY:…". */
export const seenOf = (words: ListWords): string =>
  fieldsOf(words)
    .map(([name, text]) => `${name}:${short(text)}`)
    .join(' ')

/**
 * What is typed, and what was written elsewhere since the form was drawn: where only one of them
 * changed a text, that one; where both did, what is typed, with a fault that tells the other.
 * @param seen as the form was given it; without it, what is typed is taken as it is
 */
export function mergedWords(
  list: ReaderList,
  typed: ListWords,
  seen: string,
): { readonly words: ListWords; readonly faults: readonly ListFault[] } {
  const before = new Map(seen.split(' ').map((one) => [one.split(':')[0], one.split(':')[1]]))
  const kept = new Map(fieldsOf(wordsOfList(list)))
  const faults: ListFault[] = []
  const merged = new Map(
    fieldsOf(typed).map(([name, text]) => {
      const mark = before.get(name)
      const now = kept.get(name)
      const isOld = mark === undefined || now === undefined || short(now) === mark
      if (isOld || oneLine(text) === now) return [name, text]
      if (short(oneLine(text)) === mark) return [name, now]
      const at = name === 'title' || name === 'why' ? name : 'note'
      faults.push({ at, why: 'changed', kept: now, ...(at === 'note' && { storyId: name }) })
      return [name, text]
    }),
  )
  const notes = new Map([...typed.notes.keys()].map((id) => [id, merged.get(id) ?? '']))
  return {
    words: { title: merged.get('title') ?? '', why: merged.get('why') ?? '', notes },
    faults,
  }
}

/** Ids of stories are never "title" or "why". */
const fieldsOf = ({ title, why, notes }: ListWords): [name: string, text: string][] => [
  ['title', title],
  ['why', why],
  ...notes,
]

/** Long enough that two texts of one field are never alike by chance. */
const short = (text: string) => digestOf(text).slice(0, 12)
