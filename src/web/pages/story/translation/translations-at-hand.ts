import type { Publication, StoryCard } from '#catalogue'
import { isSameLanguage, languageName, type Translator } from '#translate'

/** A language in which a story can be read here besides its own. */
export interface AtHand {
  /** As it stands in addresses: the base of a BCP 47 tag. */
  readonly language: string
  /** `original`: the story is a translation of it. */
  readonly by: 'original' | 'person' | 'machine'
}

/**
 * The languages in which this story can be had: those in which people wrote the same work first,
 * then those into which machines here translate it.
 * @param others the same work in other languages
 */
export function translationsAtHand(
  translator: Pick<Translator, 'targets'> | null,
  story: Pick<StoryCard, 'language'>,
  { permits }: Pick<Publication, 'permits'>,
  others: readonly StoryCard[],
): readonly AtHand[] {
  const may = { mayTranslate: permits.machineTranslation, mayLeave: permits.thirdParties }
  const written = [...new Set(others.map(({ language }) => languageName(language)))]
    .filter((language) => !isSameLanguage(language, story.language))
    .map((language): AtHand => {
      const isOriginal = writtenIn(others, language)?.translatedFrom === null
      return { language, by: isOriginal ? 'original' : 'person' }
    })
  const made = (translator?.targets(story.language, may) ?? [])
    .filter((language) => written.every((one) => one.language !== language))
    .map((language): AtHand => ({ language, by: 'machine' }))
  return [...written, ...made]
}

/** Who wants it in this language is given this one: the most open, of those the one that came first. */
export function writtenIn(others: readonly StoryCard[], language: string): StoryCard | undefined {
  return others
    .filter((one) => isSameLanguage(one.language, language))
    .toSorted((one, other) => doors.indexOf(one.door) - doors.indexOf(other.door))[0]
}

const doors: readonly StoryCard['door'][] = ['open', 'metered', 'plan']
