import type { Publication } from '#catalogue'
import type { Tongue } from '../../languages/tongue.ts'

/**
 * How much of a publication is here, as its licence record says; nothing where that says nothing.
 * @param oldest the day of its oldest edition on the stand: no promise reaches further back
 * @returns whole sentences
 */
export function completenessOf(
  { say, date }: Tongue,
  { licence, home }: Pick<Publication, 'licence' | 'home'>,
  oldest: Temporal.PlainDate,
): readonly string[] {
  const { content, since, delayDays, freeAtHome } = licence
  const from = since === null || Temporal.PlainDate.compare(since, oldest) < 0 ? oldest : since
  const sentences: string[] = []
  if (content === 'all') sentences.push(say('complete-all', { date: date(from) }))
  else if (content === 'selected') sentences.push(say('complete-selected', { date: date(from) }))
  else if (since !== null) sentences.push(say('complete-since', { date: date(from) }))
  if (delayDays > 0) sentences.push(say('complete-delay', { days: delayDays }))
  const host = hostOf(home)
  if (freeAtHome && host !== null) sentences.push(say('complete-free', { host }))
  return sentences
}

/** "example.org" for "https://www.example.org/news"; null for what is no web address. */
export function hostOf(home: string | null): string | null {
  const address = home === null ? null : URL.parse(home)
  if (address === null || !/^https?:$/.test(address.protocol)) return null
  return address.hostname.replace(/^www\./, '')
}
