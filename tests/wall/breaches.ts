export interface Breach {
  /** The file of `src` that is changed, in memory only. */
  readonly file: string
  readonly from: string
  readonly to: string
}

/** Holes that somebody could make in the wall by one line, each of which the walk has to find. */
export const breaches: Readonly<Record<string, Breach>> = {
  /** The rest is read whatever was decided. */
  check: {
    file: 'reading/open-story.ts',
    from: 'if (!verdict.open && !nothingLeft) {',
    to: 'if (false) {',
  },
  /** A right that has ended goes on. */
  ending: {
    file: 'access/decide.ts',
    from: 'bearing.filter((right) => isLive(right, at))',
    to: 'bearing.filter(() => true)',
  },
  /** Whoever works at one desk reads at all of them. */
  desk: {
    file: 'access/decide.ts',
    from: 'staffOf.has(story.publicationId)',
    to: 'staffOf.size > 0',
  },
  /** The meter never runs out. */
  meter: {
    file: 'access/decide.ts',
    from: 'if (used < allowed) {',
    to: 'if (asked) {',
  },
  /** What was withdrawn stays where it was. */
  withdrawn: {
    file: 'storage/stories.ts',
    from: "if (row.withdrawn_at !== null) return 'withdrawn'",
    to: '',
  },
  /** Whoever knows a picture's address may see it. */
  picture: {
    file: 'reading/open-picture.ts',
    from: "if (ask === undefined || found.length === 0) return 'nobody'",
    to: "return 'anyone'",
  },
}
