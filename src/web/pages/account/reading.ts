import type { Context } from 'hono'
import type { ReadingWish } from '#accounts'
import { addresses } from '../../addresses.ts'
import { choicesIn, wordsOf } from '../../islands/reading-choices.ts'
import { type Page, page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { SignedIn, Visit } from '../../visit.ts'

/** What the account knows of how its reader wants stories set; null when nothing was ever chosen. */
export function giveReading({ accounts }: PageNeeds): Page {
  return forScript(addresses.accountReading, async (c, { reader }) =>
    c.json(told(await accounts.readers.readingOf(reader.id))),
  )
}

/**
 * Keeps what a device tells, unless another chose later, and answers with what stands then. A device
 * whose clock is ahead of ours has chosen now: else it would win for as long as it is ahead.
 */
export function keepReading({ accounts, clock }: PageNeeds): Page {
  return forScript(addresses.accountReading, async (c, { reader }) => {
    const { sentReading } = await import('../../reader/sent-by-scripts.ts')
    const read = sentReading.safeParse(await c.req.json().catch(() => null))
    if (!read.success) return c.json({ problem: 'words, theme and at are wanted' }, 400)
    const { words, theme, at } = read.data
    const now = clock().epochMilliseconds
    const wish = {
      words: wordsOf(choicesIn(words)),
      theme,
      at: Temporal.Instant.fromEpochMilliseconds(Math.min(at, now)),
    }
    return c.json(told(await accounts.readers.keepReading(reader.id, wish)))
  })
}

function told(wish: ReadingWish | null) {
  if (wish === null) return null
  const { words, theme, at } = wish
  return { words, theme, at: at.epochMilliseconds, size: choicesIn(words).size }
}

/** For a script of ours, which asks for no page: whoever is not signed in is told just that. */
function forScript(
  address: typeof addresses.accountReading,
  answer: (c: Context<Visit>, signedIn: SignedIn) => Promise<Response>,
): Page {
  return page(address, (c) => {
    const signedIn = c.get('reader') ?? null
    return signedIn === null ? Promise.resolve(c.body(null, 401)) : answer(c, signedIn)
  })
}
