import { addresses, href } from '../addresses.ts'
import { chooseLocale } from '../languages/choose.ts'
import { localesOf } from '../languages/locales.ts'
import { sayIn } from '../languages/say.ts'
import type { Page } from '../named-page.ts'
import type { WebSettings } from '../needs.ts'
import { forADay } from '../page.ts'
import { xmlDeclaration, xmlText } from './xml.ts'

/** Tells browsers how to search the stand from their own field (OpenSearch 1.1, draft 6). */
export function sendOpenSearch({ name, publicUrl, language }: WebSettings): Page {
  const locale = chooseLocale([language, 'en'], localesOf({ pseudoLocales: false }))
  const said = locale === null ? name : sayIn(locale)('search-label')
  const at = publicUrl.origin + href(addresses.search, { locale: locale?.name ?? 'en' })
  // A short name has sixteen letters and no more.
  const short = Array.from(name).slice(0, 16).join('').trim()
  const text = `${xmlDeclaration}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${xmlText(short)}</ShortName><Description>${xmlText(said)}</Description><InputEncoding>UTF-8</InputEncoding><Url type="text/html" template="${xmlText(at)}?q={searchTerms}"/></OpenSearchDescription>\n`
  const headers = {
    'content-type': 'application/opensearchdescription+xml; charset=utf-8',
    'cache-control': forADay,
  }
  return (c) => c.body(text, 200, headers)
}
