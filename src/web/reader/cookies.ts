import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { WebSettings } from '../needs.ts'
import type { Visit } from '../visit.ts'

type Asking = Context<Visit>

const hour = 3_600
const day = 24 * hour

/** The secrets that a browser keeps for us, and for how many seconds. */
const lives = {
  /** Who is signed in. Our own record of the session ends it no later. */
  session: 180 * day,
  /** What only the browser has that asked for a code. */
  asked: hour,
  /** What has to be known again when the reader is back from the provider. */
  provider: hour / 6,
  /** What somebody went to pay for, to know it when they are back. */
  checkout: hour,
  /** What a stranger opened on the meter this month, signed; only where strangers have one. */
  meter: 31 * day,
  /** What opens stories that were given to this browser. */
  gift: day,
} as const

export type CookieName = keyof typeof lives

/** The page about privacy names every one of them. */
export const cookieNames = Object.keys(lives)

/** Tells the script of every page to show "Account"; says nothing about who. */
const hint = 'reader'

export interface Cookies {
  read(c: Asking, name: CookieName): string | null
  keep(c: Asking, name: CookieName, value: string): void
  forget(c: Asking, name: CookieName): void
  /** This browser is signed in with this token from now on. */
  beginSession(c: Asking, token: string): void
  endSession(c: Asking): void
}

/** Over https, cookies are bound to the very host (RFC 6265bis, 4.1.3.2). */
const isBound = ({ publicUrl }: Settings) => publicUrl.protocol === 'https:'

type Settings = Pick<WebSettings, 'publicUrl'>

export const sessionCookie = (settings: Settings) =>
  isBound(settings) ? '__Host-session' : 'session'

export function cookiesOf(settings: Settings): Cookies {
  const secure = isBound(settings)
  const prefix = secure ? ('host' as const) : undefined
  const readable = { path: '/', sameSite: 'Lax', secure } as const
  const options = {
    ...readable,
    httpOnly: true,
    ...(prefix === undefined ? {} : { prefix }),
  } as const
  const read: Cookies['read'] = (c, name) =>
    (prefix ? getCookie(c, name, prefix) : getCookie(c, name)) || null
  const keep: Cookies['keep'] = (c, name, value) =>
    setCookie(c, name, value, { ...options, maxAge: lives[name] })
  const forget: Cookies['forget'] = (c, name) => void deleteCookie(c, name, options)
  return {
    read,
    keep,
    forget,
    beginSession(c, token) {
      keep(c, 'session', token)
      setCookie(c, hint, '1', { ...readable, maxAge: lives.session })
    },
    endSession(c) {
      forget(c, 'session')
      deleteCookie(c, hint, readable)
    },
  }
}
