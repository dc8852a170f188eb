import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { mayCurate } from '#accounts'
import { signInFor } from '../../components/bar.ts'
import { chooseLocale, wishesIn } from '../../languages/choose.ts'
import { localesOf } from '../../languages/locales.ts'
import { type Tongue, tongueOf } from '../../languages/tongue.ts'
import type { Page } from '../../named-page.ts'
import type { WebSettings } from '../../needs.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { SignedIn, Visit } from '../../visit.ts'
import { type Notice, sendNotice } from '../notices/notice.ts'

export type ShowToEditor = (c: Context<Visit>, signedIn: SignedIn) => Promise<Response>

const shutNotice: Notice = { status: 403, title: 'desk-shut-title', text: 'desk-shut-text' }

/**
 * Pages for whoever chooses for the whole stand. Strangers are led to sign in and come back; other
 * readers are told whom the page is for. It is in the language that was chosen last, or that of
 * their account, or the one their browser asks for.
 */
export function editorsDesk(needs: PageNeeds): (show: ShowToEditor) => Page {
  const tongueFor = tonguesOf(needs.settings)
  return (show) => async (c) => {
    const signedIn = c.get('reader') ?? null
    c.set('tongue', tongueFor(c, signedIn))
    if (signedIn === null) {
      const { name: locale } = c.get('tongue').locale
      return c.redirect(signInFor(locale, c.req.path), 303)
    }
    return mayCurate(signedIn.roles) ? show(c, signedIn) : sendNotice(c, needs, shutNotice)
  }
}

function tonguesOf(
  settings: WebSettings,
): (c: Context<Visit>, signedIn: SignedIn | null) => Tongue {
  const locales = localesOf(settings)
  const made = new Map<string, Tongue>()
  return (c, signedIn) => {
    const wishes = [getCookie(c, 'locale') ?? '', signedIn?.reader.locale ?? '']
    const wished = wishesIn(c.req.header('accept-language'))
    const locale = chooseLocale([...wishes, ...wished, settings.language, 'en'], locales)
    if (locale === null) return c.get('tongue')
    const tongue = made.get(locale.name) ?? tongueOf(locale)
    made.set(locale.name, tongue)
    return tongue
  }
}
