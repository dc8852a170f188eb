import {
  type Block,
  type BlockBody,
  type BlockMark,
  type CutRule,
  cutBlocks,
  type KeptPicture,
  lengthOf,
  marksOf,
  type Publication,
  readyHtml,
  type Spoken,
  withIds,
} from '#catalogue'
import type { Draft } from '#ingest'
import type { Part, ReadyStory } from './store.ts'

export interface Making {
  readonly publication: Publication
  readonly draft: Draft
  /** The draft's blocks, their pictures kept. */
  readonly bodies: readonly (BlockBody & Spoken)[]
  /** What is remembered of the revision before, or nothing. */
  readonly before: readonly BlockMark[]
  readonly door: ReadyStory['door'] | null
  readonly note: string
  readonly at: Temporal.Instant
}

/** BCP 47 for a text whose language nobody said and nobody could guess. */
export const unknownLanguage = 'und'

/** Cuts a draft by its publication's rule and renders both parts. Reads and changes nothing. */
export function readyStory({ publication, draft, bodies, before, ...given }: Making): ReadyStory {
  const blocks = withIds(bodies, before)
  const language = draft.language === unknownLanguage ? publication.language : draft.language
  const rule = draft.complete ? publication.cut : summaryCut(publication.cut)
  const cut = cutBlocks(blocks, rule, language)
  return {
    key: draft.key,
    digest: draft.digest,
    version: draft.version,
    note: given.note,
    headline: draft.headline,
    standfirst: draft.standfirst,
    bylines: draft.bylines,
    section: draft.section,
    language,
    direction: draft.direction,
    door: draft.door ?? given.door ?? publication.door,
    home: draft.home,
    complete: draft.complete,
    publishedAt: earlier(draft.publishedAt, given.at),
    position: draft.position,
    minutes: Math.max(1, lengthOf(blocks, language).minutes),
    left: cut.rest.length === 0 ? null : lengthOf(cut.rest, language),
    lead: partOf(cut.lead, 'lead'),
    rest: partOf(cut.rest, 'rest'),
    picture: picturesIn(cut.lead)[0] ?? null,
    marks: marksOf(blocks),
    // A publication on one subject need not say it of every story.
    topic: draft.topic ?? (publication.topics.length === 1 ? publication.topics[0] : null) ?? null,
    work: draft.work,
    translatedFrom: draft.translatedFrom,
    translators: draft.translators,
  }
}

/** Nobody writes a longer summary: a feed that calls its whole text one must not give it away. */
const longestSummary = 200

/** A summary is what the publisher gives away, so all of it is lead: the story goes on at home. */
const summaryCut = ({ paragraphs, words }: CutRule): CutRule => ({
  paragraphs,
  words: Math.min(words ?? longestSummary, longestSummary),
  share: 1,
})

/** A date ahead of the clock would sit on top of every list until it came. */
function earlier(said: Temporal.Instant | null, at: Temporal.Instant): Temporal.Instant {
  return said !== null && Temporal.Instant.compare(said, at) < 0 ? said : at
}

function partOf(blocks: readonly Block[], part: 'lead' | 'rest'): Part {
  const pictures = picturesIn(blocks).map((picture) => picture.digest)
  return { blocks, html: readyHtml(blocks, part), pictures }
}

function picturesIn(blocks: readonly Block[]): KeptPicture[] {
  return blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : []))
}
