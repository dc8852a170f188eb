import type { Door, Publication } from '#catalogue'
import { type Answer, type Said, takeIn } from '#desk'
import { bad, good, type Outcome } from '#ground/outcome'
import { feedTypes, fetchLimits, type ImportNeeds, senderIn } from './import-source.ts'

export interface Asking {
  readonly address: string
  readonly said: Said
  readonly door: Door | null
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface Asked {
  /** False when the server says that nothing is new. */
  readonly changed: boolean
  readonly answers: readonly Answer[]
  /** Null when there was no story. */
  readonly publication: Publication | null
  /** Where the feed is from now on, and what to ask with the next time. */
  readonly address: string
  readonly etag: string | null
  readonly lastModified: string | null
}

/** Asks a feed for news and publishes it; the reason, in words, when that could not be done. */
export async function askFeed(needs: ImportNeeds, asking: Asking): Promise<Outcome<Asked, string>> {
  const { address, said, door, etag, lastModified } = asking
  const headers = {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  }
  const fetched = await needs.client.fetch(address, { ...fetchLimits, accept: feedTypes, headers })
  if (!fetched.ok) return bad(fetched.reason.message)
  const { status, bytes, contentType, address: from, movedForGood } = fetched.value
  if (status === 304) {
    return good({ changed: false, answers: [], publication: null, address, etag, lastModified })
  }
  const { timeZone, language, clock } = needs
  const at = clock()
  const deliveries = [{ bytes, from, contentType, said: senderIn(said), at, timeZone }]
  const fallback = new URL(from).host
  const how = { fallback, door, publishAt: null, editionName: '', timeZone, language }
  const answers: Answer[] = []
  let publication: Publication | null = null
  for await (const step of takeIn(needs, { deliveries, said, ...how })) {
    if (step.kind === 'answer') answers.push(step.answer)
    if (step.kind === 'publication') publication = step.publication
  }
  // A feed without stories is a quiet day; one of which nothing could be read is in trouble.
  const [first] = answers
  if (publication === null && first !== undefined) return bad(first.message)
  // What was not stored has to come again, so the server must not think that we have it.
  const kept = !answers.some((answer) => answer.code === 'storage.full')
  const seen = kept ? fetched.value : { etag: null, lastModified: null }
  return good({
    changed: true,
    answers,
    publication,
    address: movedForGood ? from : address,
    etag: seen.etag,
    lastModified: seen.lastModified,
  })
}
