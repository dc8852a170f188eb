const hours: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  met: 1,
  cest: 2,
  mest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  ast: -4,
  adt: -3,
  edt: -4,
  est: -5,
  cdt: -5,
  cst: -6,
  mdt: -6,
  mst: -7,
  pdt: -7,
  pst: -8,
  akdt: -8,
  akst: -9,
  hst: -10,
}

/**
 * Minutes ahead of UTC for "+0100", "GMT-05:00", "EST" and the like; null when it says nothing we
 * can be sure of, NaN when there is no such zone on Earth. The single letters of RFC 822 were defined the wrong way round and are taken for
 * UTC, as RFC 5322 (section 4.3) asks.
 */
export function minutesAhead(zone: string): number | null {
  const name = zone.trim().toLowerCase()
  const [, sign, hour, minute] = /^(?:gmt|utc?|z)?\s*([+-])(\d{1,2}):?(\d{2})?$/.exec(name) ?? []
  if (hour === undefined) return /^[a-z]$/.test(name) ? 0 : inHours(hours[name])
  const ahead = Number(hour) * 60 + Number(minute ?? 0)
  if (ahead > 15 * 60) return Number.NaN
  return sign === '-' ? -ahead : ahead
}

const inHours = (found: number | undefined): number | null =>
  found === undefined ? null : found * 60
