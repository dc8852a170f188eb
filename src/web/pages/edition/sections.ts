import type { StoryCard } from '#catalogue'
import { slugOf } from '#ground/slug'

export interface Section {
  /** Empty for stories without a section. */
  readonly name: string
  /** Its id on the page of the edition. */
  readonly anchor: string
  /** Of the name, which is as the publication wrote it. */
  readonly language: string
  readonly stories: readonly StoryCard[]
}

/**
 * Where a section begins on the page of its edition: an id that stays the same as long as the
 * publication writes its name in the same words, whatever the capitals and the marks.
 * @param name as the publication wrote it; may be empty
 */
export function sectionAnchor(name: string): string {
  const slug = slugOf(name)
  if (slug !== '') return `section-${slug}`
  const signs = Array.from(name.trim(), (sign) => sign.codePointAt(0)?.toString(16))
  return signs.length === 0 ? withoutSection : `section--${signs.slice(0, 8).join('-')}`
}

const withoutSection = 'more'

/** Stories by section: sections and stories in page order, those without a section last. */
export function sectionsOf(stories: readonly StoryCard[]): readonly Section[] {
  const groups = Map.groupBy(stories, ({ section }) => sectionAnchor(section))
  const sections = [...groups].map(([anchor, group]) => ({
    anchor,
    name: group[0]?.section.trim() ?? '',
    language: group[0]?.language ?? '',
    stories: group,
  }))
  return sections.sort((a, b) => Number(a.name === '') - Number(b.name === ''))
}
