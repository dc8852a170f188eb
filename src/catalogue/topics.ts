/**
 * What a story or a publication is about. The first seventeen are the top level of IPTC Media
 * Topics (cv.iptc.org/newscodes/mediatopic) under short names of our own; the last three are how
 * newsstands sort magazines.
 */
export const topics = [
  'politics',
  'economy',
  'society',
  'culture',
  'science',
  'sport',
  'environment',
  'health',
  'education',
  'work',
  'people',
  'justice',
  'conflict',
  'emergencies',
  'religion',
  'weather',
  'leisure',
  'food',
  'travel',
  'children',
] as const

export type Topic = (typeof topics)[number]

/** Null for a name that no topic of the stand has. */
export function topicNamed(name: string): Topic | null {
  return topics.find((topic) => topic === name) ?? null
}
