import { type Topic, topicNamed } from '#catalogue'

export type InterestKind = 'publication' | 'topic' | 'byline'

export const interestKinds = [
  'publication',
  'topic',
  'byline',
] as const satisfies readonly InterestKind[]

/** What stories can have in common, and a reader may want to see more of, or nothing of. */
export interface Interest {
  readonly kind: InterestKind
  /** The id of a publication, the name of a topic, or the key of a byline. */
  readonly subject: string
}

export type Wish = 'follow' | 'mute'

export interface KeptInterest extends Interest {
  readonly wish: Wish
  readonly at: Temporal.Instant
}

/** How many interests one reader has at most. */
export const mostInterests = 300

/** A story of what a reader follows, and why it is among theirs. */
export interface FollowedStory {
  readonly storyId: string
  readonly because: readonly Interest[]
}

/** What readers follow and mute: one wish a thing, the later instead of the earlier. */
export interface Interests {
  /** The newest first. */
  of(readerId: string): Promise<readonly KeptInterest[]>
  /** False when they have as many as anybody may have. */
  keep(readerId: string, interest: KeptInterest): Promise<boolean>
  drop(readerId: string, interest: Interest): Promise<void>
  /**
   * The newest stories of what they follow, newest first. Those of a muted publication or topic are
   * left out, whatever else speaks for them.
   */
  newest(readerId: string, most: number): Promise<readonly FollowedStory[]>
}

/** Why a story is among a reader's, of all that they follow: what is known of it decides. */
export function reasonsFor(
  story: { readonly publicationId: string; readonly topic: Topic | null },
  followed: readonly Interest[],
  bylines: ReadonlySet<string>,
): readonly Interest[] {
  return followed.filter(({ kind, subject }) => {
    if (kind === 'publication') return subject === story.publicationId
    if (kind === 'topic') return story.topic !== null && topicNamed(subject) === story.topic
    return bylines.has(subject)
  })
}
