import type { ArchiveYear, EditionCard, EditionReader, Publication } from '#catalogue'

/** The day of the oldest edition that is on the stand. */
export async function oldestOf(
  editions: EditionReader,
  { id }: Publication,
  years: readonly ArchiveYear[],
  /** Newest first, at least one; all of them, unless there are very many. */
  recent: readonly EditionCard[],
): Promise<Temporal.PlainDate> {
  const count = years.reduce((sum, year) => sum + year.editions, 0)
  const first = years.at(-1)
  const all =
    count === recent.length || first === undefined ? recent : await editions.inYear(id, first.year)
  const oldest = all.at(-1) ?? recent.at(-1)
  if (oldest === undefined) throw new RangeError('A publication without editions has no oldest one')
  return oldest.edition.date
}
