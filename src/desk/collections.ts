import { type Collection, longestReason, mostChosen, stateOf } from '#catalogue'
import { languageTag } from '#ground/language'
import { charactersIn, oneLine } from '#ground/one-line'
import { bad, good, type Outcome } from '#ground/outcome'
import { slugOf } from '#ground/slug'

/** What an editor says of a collection, as it was typed. */
export type CollectionWords = Omit<Collection, 'id' | 'slug' | 'revision' | 'changedAt'>

/** Characters. */
export const longest = { title: 120, introduction: 1_000, editor: 80 } as const

/** What cannot be kept, and where: a field, or the id of a story whose reason is meant. */
export interface CollectionFault {
  readonly at: 'title' | 'introduction' | 'language' | 'editor' | 'ends' | 'chosen' | 'reason'
  readonly why: 'missing' | 'too-long' | 'no-language' | 'before-start' | 'too-many' | 'none'
  readonly storyId?: string
}

/** Where collections are kept. */
export interface CollectionDesk {
  /** All of them, the last changed first. */
  all(): Promise<readonly Collection[]>
  byId(id: string): Promise<Collection | null>
  /** Keeps a new one; its slug gets a number when another collection has it. */
  add(collection: Collection): Promise<Collection>
  /**
   * Keeps a changed one in the place of the revision it was made from.
   * @returns what is kept now; `changed-meanwhile` when another revision is kept, and `missing` when
   * none is: nothing was stored then
   */
  replace(collection: Collection): Promise<Outcome<Collection, 'changed-meanwhile' | 'missing'>>
  /** False when there is no such revision of it. */
  remove(id: string, revision: number, at: Temporal.Instant): Promise<boolean>
}

/**
 * The collection as these words make it; every fault of them at once. The name in its address
 * follows the title until readers can have seen it, and stays from then on.
 */
export function withWords(
  before: Collection,
  typed: CollectionWords,
  at: Temporal.Instant,
): Outcome<Collection, readonly CollectionFault[]> {
  const words = { ...typed, ...trimmed(typed) }
  const faults = [...faultsOfWords(words), ...faultsOfChoice(words)]
  const language = languageTag(words.language)
  if (language === null) faults.push({ at: 'language', why: 'no-language' })
  if (faults.length > 0 || language === null) return bad(faults)
  const unseen = ['draft', 'scheduled'].includes(stateOf(before, at))
  const slug = unseen ? slugOf(words.title) || before.slug : before.slug
  return good({ ...before, ...words, language, slug, changedAt: at })
}

function trimmed(typed: CollectionWords) {
  return {
    title: oneLine(typed.title),
    introduction: typed.introduction.replaceAll('\r\n', '\n').trim(),
    editor: oneLine(typed.editor),
    chosen: typed.chosen.map(({ storyId, reason }) => ({ storyId, reason: oneLine(reason) })),
  }
}

function faultsOfWords(words: CollectionWords): CollectionFault[] {
  const faults: CollectionFault[] = []
  for (const at of ['title', 'introduction', 'editor'] as const) {
    if (words[at] === '') faults.push({ at, why: 'missing' })
    else if (charactersIn(words[at]) > longest[at]) faults.push({ at, why: 'too-long' })
  }
  const { starts, ends } = words
  const inOrder = starts !== null && ends !== null && Temporal.Instant.compare(starts, ends) < 0
  if (ends !== null && !inOrder) faults.push({ at: 'ends', why: 'before-start' })
  return faults
}

/** A draft may be empty; what readers see or will see has a story, and every story its reason. */
function faultsOfChoice({ chosen, starts }: CollectionWords): readonly CollectionFault[] {
  const reasons = chosen.flatMap(({ storyId, reason }): readonly CollectionFault[] => {
    if (reason === '') return [{ at: 'reason', why: 'missing', storyId }]
    if (charactersIn(reason) <= longestReason) return []
    return [{ at: 'reason', why: 'too-long', storyId }]
  })
  if (chosen.length > mostChosen) return [...reasons, { at: 'chosen', why: 'too-many' }]
  if (chosen.length === 0 && starts !== null) return [{ at: 'chosen', why: 'none' }]
  return reasons
}
