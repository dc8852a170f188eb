import type { Ask } from '#access'
import type { Publication, PublicStory, StoryAddress } from '#catalogue'
import type { Direction } from '#ground/language'
import { type Opening, openedText, openStory, type Whole } from '#reading'
import { isSameLanguage, languageName, type Translation, type WhyNoTranslation } from '#translate'
import type { PageNeeds } from '../../../page-needs.ts'
import type { MayMake } from './may-translate.ts'
import { rowsOfMachine, rowsOfPerson, type ShownRow } from './rows.ts'
import { writtenIn } from './translations-at-hand.ts'

/** What whoever asks may read of a story in another language, or why there is nothing. */
export type ShownText =
  | Shown
  | { readonly kind: 'missing' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'none'; readonly story: PublicStory; readonly because: WhyNoTranslation }

export interface Shown {
  readonly kind: 'text'
  /** As in addresses. */
  readonly asked: string
  /** BCP 47. */
  readonly language: string
  readonly direction: Direction
  readonly headline: string
  readonly standfirst: string
  /** `whole` only where both the story and its translation are. */
  readonly part: 'lead' | 'whole'
  readonly rows: readonly ShownRow[]
  /** The story that was asked for, as far as it opened. */
  readonly opening: Opened
  readonly publication: Publication
  readonly by: ByMachine | ByPerson
  /** What the browser of a stranger has to keep from now on, or null. */
  readonly cookie: string | null
}

export type Opened = Extract<Opening, { readonly story: PublicStory }>

export interface ByMachine extends Pick<Translation, 'engine' | 'at' | 'headlineFlags'> {
  readonly kind: 'machine'
  /** Why not all of it is there; `limit`: too much was asked for from the reader's network. */
  readonly short: Translation['short'] | 'limit'
}

export interface ByPerson {
  readonly kind: 'person'
  /** The translation, which is a story of its own with a door of its own. */
  readonly opening: Opened
  readonly publication: Publication
}

export interface ShownAsk extends Ask {
  readonly mayMake: MayMake
}

/** How long a page waits for engines. */
const patience = Temporal.Duration.from({ seconds: 6 })

/**
 * The story at this address in another language: what a person wrote, else what machines make of
 * it. It is opened by the decision of its page; a person's translation by its own as well, and only
 * what both open is given.
 * @param language as in addresses: the base of a BCP 47 tag
 */
export async function shownText(
  needs: PageNeeds,
  address: StoryAddress,
  ask: ShownAsk,
  language: string,
): Promise<ShownText> {
  const [publication, story] = await Promise.all([
    needs.shelves.publication(address.publication),
    needs.stories.byAddress(address),
  ])
  if (publication === null || story === null) return { kind: 'missing' }
  if (story === 'withdrawn') return { kind: 'withdrawn' }
  if (isSameLanguage(story.language, language)) {
    return { kind: 'none', story, because: 'same-language' }
  }
  const others = story.work === '' ? [] : await needs.stories.translationsOf(story)
  const card = writtenIn(others, language)
  const asked: Asked = { address, publication, story, ask, language }
  if (card === undefined) return byMachine(needs, asked)
  const translation = {
    publication: card.publicationSlug,
    edition: card.editionSlug,
    story: card.slug,
  }
  return byPerson(needs, asked, translation)
}

interface Asked {
  readonly address: StoryAddress
  readonly publication: Publication
  readonly story: PublicStory
  readonly ask: ShownAsk
  readonly language: string
}

async function byMachine(needs: PageNeeds, asked: Asked): Promise<ShownText> {
  const { address, publication, story, ask, language } = asked
  const { translator } = needs
  const may = {
    mayTranslate: publication.permits.machineTranslation,
    mayLeave: publication.permits.thirdParties,
  }
  // Before the story is opened: nothing is spent for what cannot be had.
  if (!translator?.targets(story.language, may).some((one) => isSameLanguage(one, language))) {
    return { kind: 'none', story, because: may.mayTranslate ? 'no-engine' : 'forbidden' }
  }
  const opening = await opened(needs, address, ask)
  if (!('story' in opening)) return opening
  const original = await openedText(needs, opening)
  const text = {
    storyId: opening.story.id,
    revision: opening.story.revision,
    publicationId: opening.story.publicationId,
    language: opening.story.language,
    headline: opening.story.headline,
    standfirst: opening.story.standfirst,
    blocks: original.blocks,
    ...may,
  }
  const kept = await translator.translate(text, language, null)
  const isShort = typeof kept !== 'string' && kept.short !== null
  const mayMake = isShort && (await ask.mayMake(opening.story.id, language))
  const made = mayMake ? await translator.translate(text, language, patience) : kept
  if (typeof made === 'string') return { kind: 'none', story, because: made }
  const { short, engine, at, headlineFlags } = made
  return {
    kind: 'text',
    asked: language,
    language: made.language,
    direction: made.direction,
    headline: made.headline,
    standfirst: made.standfirst,
    part: original.part,
    rows: rowsOfMachine(made),
    opening,
    publication,
    by: {
      kind: 'machine',
      engine,
      at,
      headlineFlags,
      short: isShort && !mayMake ? 'limit' : short,
    },
    cookie: original.cookie,
  }
}

async function byPerson(
  needs: PageNeeds,
  { address, publication, ask, language }: Asked,
  translation: StoryAddress,
): Promise<ShownText> {
  const theirs = await opened(needs, translation, ask)
  const their = await needs.shelves.publication(translation.publication)
  // It left between two questions: the next one finds what there is without it.
  if (!('story' in theirs) || their === null) return { kind: 'missing' }
  // What does not open to the end need not be counted twice.
  const counts = ask.counts && theirs.kind === 'whole'
  const opening = await opened(needs, address, { ...after(ask, cookieOf(theirs)), counts })
  if (!('story' in opening)) return opening
  const both = opening.kind === 'whole' && theirs.kind === 'whole'
  const blocksOf = async (one: Opened) =>
    both
      ? (await openedText(needs, one)).blocks
      : needs.leads.blocksOf(one.story.id, one.story.revision)
  const sides = [await blocksOf(opening), await blocksOf(theirs)] as const
  // Where one is cut, the other ends with it: one of them may be short enough to be all lead.
  const most = both ? Number.POSITIVE_INFINITY : Math.min(...sides.map(({ length }) => length))
  const { story } = theirs
  return {
    kind: 'text',
    asked: language,
    language: story.language,
    direction: story.direction,
    headline: story.headline,
    standfirst: story.standfirst,
    part: both ? 'whole' : 'lead',
    rows: rowsOfPerson(sides[0].slice(0, most), sides[1].slice(0, most)),
    opening,
    publication,
    by: { kind: 'person', opening: theirs, publication: their },
    cookie: cookieOf(opening) ?? cookieOf(theirs),
  }
}

/** A story that was on the stand a moment ago may have left it. */
const opened = (needs: PageNeeds, address: StoryAddress, ask: Ask) =>
  openStory({ ...needs, ...needs.access }, address, ask)

const cookieOf = (one: Opened): Whole['cookie'] => (one.kind === 'whole' ? one.cookie : null)

/** What the first of two stories was counted in is what the second one is counted in. */
function after(ask: Ask, cookie: string | null): Ask {
  const { viewer } = ask
  if (cookie === null || viewer.kind !== 'stranger' || viewer.browser === undefined) return ask
  return { ...ask, viewer: { ...viewer, browser: { ...viewer.browser, cookie } } }
}

/** The tag of an address as it must stand there: "pt" for "pt-br"; null when it is no tag. */
export function languageInAddress(given: string): string | null {
  try {
    return languageName(new Intl.Locale(given).toString())
  } catch {
    return null
  }
}
