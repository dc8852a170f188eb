/** How much of a broken item is searched: what tells it apart stands near its beginning. */
const searched = 20_000

const about = /^<[^>]{0,500}?\babout\s*=\s*["']([^"'<>]{1,200})/i
const guid =
  /<(?:\w{1,20}:)?(?:guid|id)(?:\s[^<>]{0,200})?>\s*(?:<!\[CDATA\[)?([^<>\]]{1,200})[<\]]/i
const title = /<(?:\w{1,20}:)?title(?:\s[^<>]{0,200})?>\s*(?:<!\[CDATA\[)?([^<>\]]{1,200})[<\]]/i
const date =
  /<(?:\w{1,20}:)?(?:pubdate|date|published|issued|updated|modified)(?:\s[^<>]{0,200})?>\s*(?:<!\[CDATA\[)?([^<>\]]{1,80})[<\]]/i

/** What an item that cannot be read is probably called: "guid 12", its title, or nothing. */
export function nameIn(xml: string): string {
  const start = xml.slice(0, searched)
  const id = (about.exec(start) ?? guid.exec(start))?.[1]?.trim() ?? ''
  return id === '' ? titleIn(start) : `guid ${id}`
}

/** The first title in a piece of XML, as written, or nothing. */
export const titleIn = (xml: string): string =>
  title.exec(xml.slice(0, searched))?.[1]?.trim() ?? ''

/** The first date in a piece of XML, as written, or nothing. */
export const dateIn = (xml: string): string => date.exec(xml.slice(0, searched))?.[1] ?? ''
