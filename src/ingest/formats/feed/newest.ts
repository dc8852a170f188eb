import type { Remark } from '../../remark.ts'

const mostItems = 1_000

/** The newest items in the order of the feed; those without a moment count as new. */
export function newest<Item>(
  items: readonly Item[],
  momentOf: (item: Item) => Temporal.Instant | null,
): { readonly kept: readonly Item[]; readonly remarks: readonly Remark[] } {
  if (items.length <= mostItems) return { kept: items, remarks: [] }
  const times = items.map((item) => momentOf(item)?.epochMilliseconds ?? Number.POSITIVE_INFINITY)
  const time = (at: number) => times[at] ?? 0
  const byTime = [...items.keys()].sort((a, b) => time(b) - time(a) || 0)
  const chosen = new Set(byTime.slice(0, mostItems))
  const message = `The feed has ${items.length} items; the newest ${mostItems} were read. Send fewer at a time.`
  return {
    kept: items.filter((_, at) => chosen.has(at)),
    remarks: [{ code: 'feed.too-large', message, where: '' }],
  }
}
