import type { Context } from 'hono'
import type { StoryAddress } from '#catalogue'
import { type HeardText, heardText, type Narration, type Narrator, type WhyMute } from '#narrate'
import { openText } from '#reading'
import type { PageNeeds } from '../../../page-needs.ts'
import { cookiesOf } from '../../../reader/cookies.ts'
import { readingViewer } from '../../../reader/reading-viewer.ts'
import type { Visit } from '../../../visit.ts'

/** What is said to whoever asks, block by block; or why nothing is. */
export type OpenedNarration = Opened | Mute

export interface Opened {
  readonly kind: 'narration'
  readonly narrator: Narrator
  readonly heard: HeardText
  readonly narration: Narration
}

interface Mute {
  readonly kind: 'mute'
  readonly because: WhyMute | 'withdrawn' | 'missing'
}

/**
 * Opens a story to be heard, by the same decision as its page.
 * @param counts whether this is a reading, which may spend one of the reader's
 */
export function narrationOpener(needs: PageNeeds) {
  const opens = { ...needs, ...needs.access }
  const viewerOf = readingViewer(needs)
  const cookies = cookiesOf(needs.settings)
  return async (
    c: Context<Visit>,
    here: StoryAddress,
    counts: boolean,
  ): Promise<OpenedNarration> => {
    const { narrator } = needs
    const publication = await needs.shelves.publication(here.publication)
    if (publication === null) return { kind: 'mute', because: 'missing' }
    // Before the story is opened: nothing is spent for what cannot be heard.
    if (narrator === null) return { kind: 'mute', because: 'no-voice' }
    if (!publication.permits.narration) return { kind: 'mute', because: 'forbidden' }
    const opened = await openText(opens, here, { viewer: viewerOf(c), counts })
    if (opened.kind !== 'text') return { kind: 'mute', because: opened.kind }
    if (opened.cookie !== null) cookies.keep(c, 'meter', opened.cookie)
    const heard = heardText(opened, publication)
    const narration = await narrator.plan(heard, c.req.query('voice') || null)
    if (typeof narration === 'string') return { kind: 'mute', because: narration }
    return { kind: 'narration', narrator, heard, narration }
  }
}

/** Why nothing is heard, for the script of the page. */
export function sendMute(c: Context<Visit>, because: Mute['because']): Response {
  return c.json({ because }, because === 'withdrawn' ? 410 : 404)
}

/** Seconds until those who wait to be spoken for are fewer. */
const busyFor = 5

/** It cannot be spoken just now. */
export const sendBusy = (c: Context<Visit>, because: 'busy' | 'failed'): Response =>
  c.json({ because }, 503, { 'retry-after': String(busyFor) })
