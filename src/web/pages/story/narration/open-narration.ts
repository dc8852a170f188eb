import type { Context } from 'hono'
import type { Wait } from '#accounts'
import type { Publication, StoryAddress } from '#catalogue'
import { type HeardText, heardText, type Narration, type Narrator, type WhyMute } from '#narrate'
import { openText } from '#reading'
import type { PageNeeds } from '../../../page-needs.ts'
import { cookiesOf } from '../../../reader/cookies.ts'
import { readingViewer } from '../../../reader/reading-viewer.ts'
import type { Visit } from '../../../visit.ts'
import { heardIn } from '../translation/heard-in.ts'
import { mayTranslate } from '../translation/may-translate.ts'
import { languageInAddress, shownText } from '../translation/shown-text.ts'

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
  const mayMakeFor = mayTranslate(needs)
  const heardFor = async (
    c: Context<Visit>,
    here: StoryAddress,
    publication: Publication,
    counts: boolean,
  ): Promise<HeardText | Mute> => {
    const asked = c.req.query('in') ?? ''
    const ask = { viewer: viewerOf(c), counts }
    if (asked === '') {
      const opened = await openText(opens, here, ask)
      if (opened.kind !== 'text') return { kind: 'mute', because: opened.kind }
      if (opened.cookie !== null) cookies.keep(c, 'meter', opened.cookie)
      return heardText(opened, publication)
    }
    const language = languageInAddress(asked)
    if (language === null) return { kind: 'mute', because: 'missing' }
    const shown = await shownText(needs, here, { ...ask, mayMake: mayMakeFor(c) }, language)
    if (shown.kind === 'none') return { kind: 'mute', because: 'missing' }
    if (shown.kind !== 'text') return { kind: 'mute', because: shown.kind }
    if (shown.cookie !== null) cookies.keep(c, 'meter', shown.cookie)
    const isForbidden = shown.by.kind === 'person' && !shown.by.publication.permits.narration
    return isForbidden ? { kind: 'mute', because: 'forbidden' } : heardIn(shown)
  }
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
    const heard = await heardFor(c, here, publication, counts)
    if ('kind' in heard) return heard
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

/** Too much was spoken anew for a network of strangers. */
export function sendLimited(c: Context<Visit>, { until }: Wait, now: Temporal.Instant): Response {
  const seconds = Math.max(1, Math.ceil(now.until(until).total('seconds')))
  return c.json({ because: 'busy' }, 429, { 'retry-after': String(seconds) })
}

/** It cannot be spoken just now. */
export const sendBusy = (c: Context<Visit>, because: 'busy' | 'failed'): Response =>
  c.json({ because }, 503, { 'retry-after': String(busyFor) })
