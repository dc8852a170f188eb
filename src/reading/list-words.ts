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

/**
 * What a form remembers of the words it was drawn with: "title:1f0c9a72 why:… STORY:…".
 * @param gone ids of stories whose notes it shows although they are not on the list any more
 */
export const seenOf = (words: ListWords, gone: readonly string[] = []): string => {
  const fields = fieldsOf(words).map(([name, text]) => `${name}:${short(text)}`)
  return [...fields, ...gone.map((id) => `${id}:${goneMark}`)].join(' ')
}

/**
 * What is typed, and what was written elsewhere since the form was drawn: where only one of them
 * changed a text, that one; where both did, what is typed, with a fault that tells the other. A note
 * whose story was taken off the list meanwhile is such a fault once: saved again, it may go.
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
    fieldsOf(typed).flatMap(([name, text]): [string, string][] => {
      const told = before.get(name)
      const mark = told === goneMark ? noText : told
      const now = kept.get(name)
      if (mark === undefined) return [[name, text]]
      const isTyped = oneLine(text) !== '' && short(oneLine(text)) !== mark
      if (now === undefined) {
        if (isTyped && told !== goneMark) faults.push({ at: 'note', why: 'gone', storyId: name })
        return isTyped ? [[name, text]] : []
      }
      if (short(now) === mark || oneLine(text) === now) return [[name, text]]
      if (short(oneLine(text)) === mark) return [[name, now]]
      const at = name === 'title' || name === 'why' ? name : 'note'
      faults.push({ at, why: 'changed', kept: now, ...(at === 'note' && { storyId: name }) })
      return [[name, text]]
    }),
  )
  const [title = '', why = ''] = [merged.get('title'), merged.get('why')]
  const notes = new Map([...merged].filter(([name]) => typed.notes.has(name)))
  return { words: { title, why, notes }, faults }
}

/** Ids of stories are never "title" or "why". */
const fieldsOf = ({ title, why, notes }: ListWords): [name: string, text: string][] => [
  ['title', title],
  ['why', why],
  ...notes,
]

/** Long enough that two texts of one field are never alike by chance. */
const short = (text: string) => digestOf(text).slice(0, 12)

const noText = short('')

/** Instead of a text: its story was not on the list. One that is put back begins without a note. */
const goneMark = '-'
