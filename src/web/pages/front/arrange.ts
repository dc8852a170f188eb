import type { StoryCard } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { type Section, sectionsOf } from '../edition/sections.ts'

export interface Arranged {
  readonly lead: StoryCard | null
  readonly second: readonly StoryCard[]
  readonly river: readonly Section[]
}

/** How many of the newest may lead: beyond these a story is no longer news. */
const mayLead = 12
const inSecond = 4
const inSection = 4
const sections = 9

/**
 * Arranges the newest stories as an editor would with nothing else to go by. The lead is new, in
 * the reader's language if any is, with a picture if any has one. The second rank comes from
 * different publications where it can; the others follow by section, newest first.
 */
export function arrange(newest: readonly StoryCard[], language: string): Arranged {
  const candidates = newest.slice(0, mayLead)
  const lead = candidates.toSorted((a, b) => weigh(b, language) - weigh(a, language))[0] ?? null
  const others = newest.filter((story) => story !== lead)
  const second = variedFirst(others).slice(0, inSecond)
  const river = sectionsOf(others.filter((story) => !second.includes(story)))
    .slice(0, sections)
    .map((section) => ({ ...section, stories: section.stories.slice(0, inSection) }))
  return { lead, second, river }
}

function weigh(story: StoryCard, language: string): number {
  const understood = baseLanguage(story.language) === baseLanguage(language) ? 4 : 0
  return understood + (story.picture === null ? 0 : 2) + (story.standfirst === '' ? 0 : 1)
}

/** The first story of every publication, then the second of every one, and so on. */
function variedFirst(stories: readonly StoryCard[]): readonly StoryCard[] {
  const seen = new Map<string, number>()
  const ranked = stories.map((story) => {
    const rank = seen.get(story.publicationSlug) ?? 0
    seen.set(story.publicationSlug, rank + 1)
    return { story, rank }
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ story }) => story)
}
