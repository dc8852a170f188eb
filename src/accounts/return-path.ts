const longest = 2_000
const here = 'https://stand.invalid'

/**
 * Where to go after signing in, when it is a path of this stand ("/nl/…#rest"); otherwise null.
 * Read as a browser reads it: "//host", "/\host" and a tab before a slash lead elsewhere.
 */
export function returnPathIn(text: string): string | null {
  if (!text.startsWith('/') || text.length > longest || /[\p{C}\\]/u.test(text)) return null
  const url = URL.parse(text, here)
  if (url === null || url.origin !== here || url.pathname.startsWith('//')) return null
  return `${url.pathname}${url.search}${url.hash}`
}
