/** More of one contract than a century of months has. */
const most = 1_300

/** Every entry of a list of Stripe's, page after page. */
export async function allOf<Entry>(list: AsyncIterable<Entry>): Promise<Entry[]> {
  const found: Entry[] = []
  for await (const entry of list) {
    found.push(entry)
    if (found.length >= most) break
  }
  return found
}
