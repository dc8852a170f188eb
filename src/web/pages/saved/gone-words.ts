import type { GoneStory } from '#reading'
import type { Tongue } from '../../languages/tongue.ts'

/** All that is said of a story that was withdrawn: not its headline, which may be why it was. */
export function goneWords({ say, date }: Tongue, gone: GoneStory | null): string {
  if (gone === null) return say('gone-title')
  return say('saved-gone', { publication: gone.publicationTitle, date: date(gone.editionDate) })
}
