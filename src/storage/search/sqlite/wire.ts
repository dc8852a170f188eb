import type { Filters, SearchCall, SearchDocument } from '#search'

/** Threads are sent copies, and no copy can be made of a moment or a day: they go as text. */
type Sent<Value> = Value extends Temporal.PlainDate | Temporal.Instant
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Sent<Item>[]
    : Value extends object
      ? { readonly [Name in keyof Value]: Sent<Value[Name]> }
      : Value

export type SentCall = Sent<SearchCall>
export type SentDocument = Sent<SearchDocument>

export function callToSend(call: SearchCall): SentCall {
  const { question, now } = call
  const { from, to } = question.filters
  const filters = {
    ...question.filters,
    from: from?.toString() ?? null,
    to: to?.toString() ?? null,
  }
  return { ...call, question: { ...question, filters }, now: now.toString() }
}

export function callFrom(sent: SentCall): SearchCall {
  const { question } = sent
  const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
  const { from, to } = question.filters
  const filters: Filters = { ...question.filters, from: day(from), to: day(to) }
  return { ...sent, question: { ...question, filters }, now: Temporal.Instant.from(sent.now) }
}

export const documentToSend = (document: SearchDocument): SentDocument => ({
  ...document,
  date: document.date.toString(),
  publishedAt: document.publishedAt.toString(),
})

export const documentFrom = (sent: SentDocument): SearchDocument => ({
  ...sent,
  date: Temporal.PlainDate.from(sent.date),
  publishedAt: Temporal.Instant.from(sent.publishedAt),
})
