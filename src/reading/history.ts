/** That a reader opened a story, and on which day: all that a history holds. */
export interface OpenedStory {
  readonly storyId: string
  /** The last day on which it was opened. */
  readonly day: Temporal.PlainDate
}

export interface Opened extends OpenedStory {
  readonly readerId: string
}

/** What readers opened, kept for those alone who asked for it. */
export interface Histories {
  /** Since when theirs is kept; null when they want none. */
  since(readerId: string): Promise<Temporal.Instant | null>
  begin(readerId: string, at: Temporal.Instant): Promise<void>
  /** Nothing more is kept from now on; what is there stays until it is erased. */
  end(readerId: string): Promise<void>
  /** The newest day first. */
  of(
    readerId: string,
    portion: { readonly skip: number; readonly most: number },
  ): Promise<readonly OpenedStory[]>
  /** Keeps what was opened by readers who want that kept; nothing of all others. */
  note(opened: readonly Opened[]): Promise<void>
  erase(readerId: string, storyId: string): Promise<void>
  eraseAll(readerId: string): Promise<void>
}

/** Takes down what is opened, in no page's way: it is in memory until it is kept with others. */
export interface OpenedLog {
  readonly note: (readerId: string, storyId: string, at: Temporal.Instant) => void
  /** What was just taken down of this reader is forgotten: they want nothing of it kept. */
  readonly forget: (readerId: string) => void
  /** Keeps what was taken down since the last time; called again and again. */
  readonly keep: () => Promise<void>
}

/** As many as one statement takes; more than that within a moment is nobody reading. */
const mostAtOnce = 2_000

/** @param timeZone in which it is said what day it was: the IANA name of a zone */
export function openedLog({ note }: Pick<Histories, 'note'>, timeZone: string): OpenedLog {
  let waiting = new Map<string, Waiting>()
  return {
    note(readerId, storyId, at) {
      if (waiting.size < mostAtOnce) {
        waiting.set(`${readerId} ${storyId}`, { readerId, storyId, at })
      }
    },
    forget(readerId) {
      for (const [key, one] of waiting) if (one.readerId === readerId) waiting.delete(key)
    },
    async keep() {
      if (waiting.size === 0) return
      const opened = [...waiting.values()].map(({ at, ...what }) => ({
        ...what,
        day: at.toZonedDateTimeISO(timeZone).toPlainDate(),
      }))
      waiting = new Map()
      await note(opened)
    },
  }
}

interface Waiting {
  readonly readerId: string
  readonly storyId: string
  readonly at: Temporal.Instant
}
