import type { Hold } from '../../draft.ts'
import { momentIn } from '../../time/moment.ts'
import { textOf } from './fields.ts'
import type { Head } from './head.ts'

/** Why a file's story may not come out yet, or null: a draft, or a day it waits for. */
export function holdOf(
  head: Head,
  { at, timeZone }: { readonly at: Temporal.Instant; readonly timeZone: string },
): Hold | null {
  const isDraft = textOf(head, 'draft') === 'true' || textOf(head, 'published') === 'false'
  if (isDraft || textOf(head, 'publish') === 'false') {
    return hold(null, 'item.withheld', 'It is marked as a draft: it comes out when that is gone.')
  }
  const written = textOf(head, 'embargo', 'publish')
  if (written === '' || written === 'true') return null
  const until = momentIn(written, timeZone)
  if (until === null) {
    const message = `Its embargo "${written.slice(0, 60)}" cannot be read, so it is held: write it as 2025-06-04T09:30:00Z.`
    return hold(null, 'item.embargoed', message)
  }
  if (Temporal.Instant.compare(until, at) <= 0) return null
  return hold(until, 'item.embargoed', `It is under embargo until ${until}.`)
}

const hold = (until: Temporal.Instant | null, code: string, message: string): Hold => ({
  until,
  because: { code, message, where: 'head' },
})
