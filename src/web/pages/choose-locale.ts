import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { addresses, href } from '../addresses.ts'
import { chooseLocale, wishesIn } from '../languages/choose.ts'
import { localesOf } from '../languages/locales.ts'
import type { Page } from '../named-page.ts'
import type { WebSettings } from '../needs.ts'
import { forNobodyElse } from '../page.ts'
import type { Visit } from '../visit.ts'

/** Sends a reader to the front page in a language: the one chosen before, wished for, or ours. */
export function sendToLocale(settings: WebSettings): Page {
  return (c) => sendInLocale(c, href(addresses.front, { locale: localeOfReader(c, settings) }))
}

/** The name of the locale that this reader chose before, wishes for, or gets from us. */
export function localeOfReader(c: Context<Visit>, settings: WebSettings): string {
  const wishes = [getCookie(c, 'locale') ?? '', ...wishesIn(c.req.header('accept-language'))]
  return chooseLocale([...wishes, settings.language, 'en'], localesOf(settings))?.name ?? 'en'
}

/** Sends this reader to a path in the language of `localeOfReader`: the next one may get another. */
export function sendInLocale(c: Context<Visit>, path: string): Response {
  c.header('vary', 'Cookie, Accept-Language')
  c.header('cache-control', forNobodyElse)
  return c.redirect(path, 302)
}
