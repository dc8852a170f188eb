import { inLocale } from '../../addresses.ts'
import { chooseLocale } from '../../languages/choose.ts'
import { localesOf } from '../../languages/locales.ts'
import type { WebSettings } from '../../needs.ts'
import { xmlDeclaration, xmlText } from '../xml.ts'

/**
 * Stories in one file. The protocol (sitemaps.org) takes 50,000 addresses and 50 MiB: an address in
 * three-byte letters has at most 1,500 characters, and each stands here eight times. A smaller file
 * is written in a moment in which nobody else has to wait.
 */
export const mostInFile = 1_000

/** A page of the stand, by its path in any language of the interface. */
export interface Mapped {
  readonly path: string
  readonly changedAt?: Temporal.Instant
}

const shipped = localesOf({ pseudoLocales: false })

/** Each page once, in the stand's own language, with the same page in every other language. */
export function urlSet({ publicUrl, language }: WebSettings, pages: readonly Mapped[]): string {
  const own = chooseLocale([language, 'en'], shipped)?.name ?? 'en'
  const origin = xmlText(publicUrl.origin)
  // A path is encoded by `href`, so it has no mark that XML knows but the apostrophe.
  const at = (path: string, locale: string) => origin + inLocale(path, locale)
  const lines = pages.map(({ path, changedAt }) => {
    const others = shipped.map(({ name }) => alternate(name, at(path, name))).join('')
    const changed = changedAt === undefined ? '' : `<lastmod>${changedAt}</lastmod>`
    return `<url><loc>${at(path, own)}</loc>${changed}${others}${alternate('x-default', at(path, own))}</url>`
  })
  return `${xmlDeclaration}<urlset xmlns="${protocol}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${lines.join('\n')}\n</urlset>\n`
}

const alternate = (locale: string, address: string) =>
  `<xhtml:link rel="alternate" hreflang="${locale}" href="${address}"/>`

/** The index of the map: addresses of its files. */
export function mapIndex({ publicUrl }: WebSettings, files: readonly string[]): string {
  const lines = files.map(
    (path) => `<sitemap><loc>${xmlText(publicUrl.origin + path)}</loc></sitemap>`,
  )
  return `${xmlDeclaration}<sitemapindex xmlns="${protocol}">\n${lines.join('\n')}\n</sitemapindex>\n`
}

export const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9'
