/** So many documents of one minute have ids of their own; more go on into the next minute. */
export const slots = 64
/** The second half of them is for stories that have a wall, so that an id tells which ones do. */
export const openSlots = 32

/** Whether a document with this id has a wall. */
export const hasWall = (id: number): boolean => id % slots >= openSlots

/**
 * The first id of a document that came out at this moment. Ids follow the time of publishing, so
 * that the newest documents are found first without sorting, whenever they came in.
 */
export function firstIdAt(at: Temporal.Instant): number {
  return Math.max(1, Math.floor(at.epochMilliseconds / 60_000)) * slots
}

/** The moment at which documents with this id came out, in milliseconds since the epoch. */
export const momentOf = (id: number): number => Math.floor(id / slots) * 60_000
