import type { MiddlewareHandler } from 'hono'
import type { WebSettings } from '../needs.ts'
import type { Visit } from '../visit.ts'
import { chooseLocale, wishesIn } from './choose.ts'
import { localesOf } from './locales.ts'
import { tongueOf } from './tongue.ts'

/** Finds the language to answer in: the address's, else the browser's wish, else the stand's. */
export function tongueOfRequest(settings: WebSettings): MiddlewareHandler<Visit> {
  const locales = localesOf(settings)
  const tongues = new Map(locales.map((locale) => [locale.name.toLowerCase(), tongueOf(locale)]))
  const own = chooseLocale([settings.language, 'en'], locales)?.name ?? 'en'

  return (c, next) => {
    const [first = '', second = ''] = c.req.path.toLowerCase().split('/').slice(1)
    const inPath = tongues.get(first === 'feeds' ? second : first)
    const wished = () => chooseLocale(wishesIn(c.req.header('accept-language')), locales)?.name
    const tongue = inPath ?? tongues.get((wished() ?? own).toLowerCase())
    if (tongue !== undefined) c.set('tongue', tongue)
    return next()
  }
}
