import { addresses } from '../addresses.ts'
import type { Page } from '../named-page.ts'
import type { WebSettings } from '../needs.ts'
import { forAnyone } from '../page.ts'
import { newsMap } from './sitemaps/file-names.ts'

/** Of no use in an index: what is not a page, or the same facts in another file. */
const useless = [
  ...[addresses.health, addresses.source, '/*/citation.ris', '/*/citation.json'],
  ...['/*/sign-in', '/*/account'],
  // What a machine makes when it is asked: sounds, and stories in other languages.
  ...['/*/narration.json', '/*/narration.mp3', '/*/publications/*/*/*/in/'],
]

/**
 * Robots may read everything that anyone may read (RFC 9309). What needs a right is kept by the
 * stand itself and not by asking nicely.
 */
export function sendRobots({ publicUrl }: WebSettings): Page {
  const lines = [
    'User-agent: *',
    'Allow: /',
    ...useless.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${publicUrl.origin}${addresses.sitemap}`,
    `Sitemap: ${publicUrl.origin}${newsMap}`,
    '',
  ]
  const text = lines.join('\n')
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': forAnyone }
  return (c) => c.body(text, 200, headers)
}
