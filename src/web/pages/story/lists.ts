import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { cardSection, drawnOnce } from '../../components/card-section.ts'
import { latestShown } from '../../keeping/shelves.ts'
import type { Tongue } from '../../languages/tongue.ts'

interface Lists {
  /** The story they stand under, which is in neither. */
  readonly id: string
  readonly inEdition: readonly StoryCard[]
  /** None of them from the edition. */
  readonly latest: readonly StoryCard[]
}

/** What else there is to read: the story's edition, and the latest of its publication. */
export function storyLists(
  tongue: Tongue,
  { id, inEdition, latest }: Lists,
): readonly Uint8Array[] {
  return [
    before,
    ...editionSection(tongue, inEdition).without(leftOut(inEdition, id)),
    ...latestSection(tongue, latest).without(id),
    after,
  ]
}

/** Stories of its edition under a story; a link leads to the others. */
const editionShown = 12

/** The list is drawn with one card to spare: the story's own is left out, or else the last. */
function leftOut(stories: readonly StoryCard[], id: string): string {
  const isShown = stories.slice(0, editionShown).some((one) => one.id === id)
  return isShown ? id : (stories[editionShown]?.id ?? '')
}

const before = Buffer.from('<div class="lists">')
const after = Buffer.from('</div>')

const editionSection = drawnOnce((tongue, stories) => {
  const title = tongue.say('in-this-edition')
  const names = namesOf(tongue, stories)
  const more = html`<a href="${href(addresses.edition, names)}">${tongue.say('all-of-edition')}</a>`
  const drawn = stories.slice(0, editionShown + 1)
  return cardSection(tongue, drawn, { title, place: 'edition', more })
})

const latestSection = drawnOnce((tongue, stories) => {
  const publication = stories[0]?.publicationTitle ?? ''
  const title = tongue.say('latest-from', { publication })
  const names = namesOf(tongue, stories)
  const all = tongue.say('all-of-publication', { publication })
  const more = html`<a href="${href(addresses.publication, names)}">${all}</a>`
  const drawn = stories.slice(0, latestShown)
  return cardSection(tongue, drawn, { title, place: 'publication', more })
})

/** All stories of a list are of one publication, and those of an edition of one edition. */
function namesOf(tongue: Tongue, [first]: readonly StoryCard[]) {
  const { publicationSlug: publication = '', editionSlug: edition = '' } = first ?? {}
  return { locale: tongue.locale.name, publication, edition }
}
