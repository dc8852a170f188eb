/** Says whether the last time was longer ago than so many milliseconds. */
export function seldom(milliseconds: number): () => boolean {
  let last = 0
  return () => {
    const before = last
    last = Date.now()
    return last - before > milliseconds
  }
}
