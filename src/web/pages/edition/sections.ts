import type { StoryCard } from '#catalogue'

export interface Section {
  /** Empty for stories without a section. */
  readonly name: string
  /** Of the name, which is as the publication wrote it. */
  readonly language: string
  readonly stories: readonly StoryCard[]
}

/** Stories by section: sections and stories in page order, those without a section last. */
export function sectionsOf(stories: readonly StoryCard[]): readonly Section[] {
  const sections = Object.entries(Object.groupBy(stories, sectionKey)).map(([, group = []]) => ({
    name: group[0]?.section ?? '',
    language: group[0]?.language ?? '',
    stories: group,
  }))
  return sections.sort((a, b) => Number(a.name === '') - Number(b.name === ''))
}

/** With a mark in front, because an object puts keys that look like numbers first. */
const sectionKey = ({ section }: StoryCard) => `§${section.trim().toLocaleLowerCase()}`
