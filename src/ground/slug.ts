const longest = 80

/**
 * A name for an address, from a title in any script: lower case, words joined by hyphens, at most
 * 80 characters, cut between words. Letters of every script stay, so an Arabic headline gives an
 * Arabic address, without the vowel signs that nobody types. Empty when the title has no letter
 * or digit.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC')
    .replace(/[\u0640\u064B-\u065F\u0670]/g, '')
    .toLowerCase()
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > longest) break
    slug = longer
  }
  return (
    slug ||
    Array.from(words[0] ?? '')
      .slice(0, longest / 2)
      .join('')
  )
}

/** The first of "name", "name-2", "name-3" … that is not taken. */
export function freeSlug(name: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(name)) return name
  let count = 2
  while (isTaken(`${name}-${count}`)) count += 1
  return `${name}-${count}`
}
