import { getCookie } from 'hono/cookie'
import { addresses, href } from '../addresses.ts'
import { chooseLocale, wishesIn } from '../languages/choose.ts'
import { localesOf } from '../languages/locales.ts'
import type { Page } from '../named-page.ts'
import type { WebSettings } from '../needs.ts'
import { forNobodyElse } from '../page.ts'

/** Sends a reader to the front page in a language: the one chosen before, wished for, or ours. */
export function sendToLocale(settings: WebSettings): Page {
  const locales = localesOf(settings)
  return (c) => {
    const wishes = [getCookie(c, 'locale') ?? '', ...wishesIn(c.req.header('accept-language'))]
    const { name } = chooseLocale([...wishes, settings.language, 'en'], locales) ?? { name: 'en' }
    c.header('vary', 'Cookie, Accept-Language')
    c.header('cache-control', forNobodyElse)
    return c.redirect(href(addresses.front, { locale: name }), 302)
  }
}
