/**
 * What agencies write before a name; a page says it in its reader's own language. A small "von"
 * belongs to a name, a capital one at the very start does not.
 */
const by = /^(?:(?:by|BY|By|Door|Par|Por|Von|VON)(?::\s*|\s+)|(?:Text|Tekst|Texte|Texto):\s*)/u

/** "Mara Venn" for "By Mara Venn". */
export function withoutBy(byline: string): string {
  return byline.replace(by, '').trim()
}
