import type { Context } from 'hono'
import { addresses, href, inLocale } from './addresses.ts'
import { chooseLocale } from './languages/choose.ts'
import { localesOf } from './languages/locales.ts'
import type { WebSettings } from './needs.ts'
import { sendMoved } from './page.ts'
import { localeOfReader, sendInLocale } from './pages/choose-locale.ts'
import { trimmed } from './trimmed.ts'
import type { Visit } from './visit.ts'

/**
 * Leads an address that we do not answer, but that somebody may have written down or guessed, to
 * the one that is meant; null when nobody can tell. Old forms are led on for ever.
 */
export function ledOn(c: Context<Visit>, settings: WebSettings): Response | null {
  const { method, url } = c.req.raw
  if (method !== 'GET' && method !== 'HEAD') return null
  const shorter = trimmed(c.req.raw)
  if (shorter !== null) return sendMoved(c, shorter)
  const { pathname, search } = new URL(url)
  // Two slashes or a backslash would lead to another host.
  if (!/^\/[^/\\]/.test(pathname) || pathname.includes('\\')) return null

  const word = pathname.split('/')[1]?.toLowerCase() ?? ''
  const relative = relativeOf(word, settings)
  if (relative !== null) return sendMoved(c, inLocale(pathname, relative) + search)
  if (inEveryLocale.has(word)) {
    return sendInLocale(c, `/${localeOfReader(c, settings)}${pathname.toLowerCase()}${search}`)
  }
  if (feedNames.has(pathname.toLowerCase())) {
    const format = pathname.endsWith('.json') ? 'json' : 'atom'
    const names = { locale: localeOfReader(c, settings), file: `stand.${format}` }
    return sendInLocale(c, href(addresses.standFeed, names))
  }
  return mapNames.has(pathname.toLowerCase()) ? sendMoved(c, addresses.sitemap) : null
}

/** "en" for "en-GB" and "en_us": an interface language in a form of which we have no pages. */
function relativeOf(word: string, settings: WebSettings): string | null {
  const locales = localesOf(settings)
  if (locales.some(({ name }) => name.toLowerCase() === word)) return null
  if (!/^[a-z]{2,3}[-_][a-z\d]{2,8}$/.test(word)) return null
  return chooseLocale([word.replace('_', '-')], locales)?.name ?? null
}

/** What follows the language in an address: "publications", "topics" and so on. */
const inEveryLocale = new Set(
  Object.values(addresses).flatMap((address) => {
    const [, first, second = ''] = address.split('/')
    return first === ':locale' && second !== '' ? [second] : []
  }),
)

const feedNames = new Set([
  ...['/feed', '/feeds', '/rss', '/atom', '/feed.json'],
  ...['/feed.xml', '/rss.xml', '/atom.xml', '/index.xml'],
])

const mapNames = new Set(['/sitemap', '/sitemap_index.xml', '/sitemap-index.xml', '/sitemaps'])
