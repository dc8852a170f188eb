import type { Context } from 'hono'
import type { Visitor, Wait } from '#accounts'
import type { PageNeeds } from '../page-needs.ts'
import type { Visit } from '../visit.ts'
import { askedFrom } from './asked-from.ts'
import type { Cookies } from './cookies.ts'

/** What accounts ask for, from what pages are given. */
export function accountsFor({ accounts, clock, settings }: PageNeeds) {
  return { ...accounts, clock, stand: settings }
}

/** The browser that wants to sign in. */
export function visitorIn(c: Context<Visit>, { settings }: PageNeeds, cookies: Cookies): Visitor {
  return {
    userAgent: c.req.header('user-agent') ?? '',
    sessionToken: cookies.read(c, 'session'),
    browserSecret: cookies.read(c, 'asked'),
    askedFrom: askedFrom(c, settings),
  }
}

/** What was typed into a form; a field that is not there, or is a file, is empty. */
export async function typedIn(c: Context<Visit>): Promise<(name: string) => string> {
  const form = await c.req.parseBody()
  return (name) => {
    const value = form[name]
    return typeof value === 'string' ? value : ''
  }
}

/** What an address looks like; nobody has this one (RFC 2606). */
export const exampleAddress = 'name@example.org'

/** Says for how long to wait, to programs as seconds and to people in a sentence. */
export function waitWords(c: Context<Visit>, { until }: Wait, { clock }: PageNeeds): string {
  const seconds = Math.max(1, Math.ceil(until.since(clock()).total('seconds')))
  c.header('retry-after', String(seconds))
  const { say, duration } = c.get('tongue')
  return say('sign-in-wait', { time: duration(Math.ceil(seconds / 60)) })
}

/** Whether whoever runs the stand sits in front of it, and may look into its terminal. */
export function isLocal({ settings }: Pick<PageNeeds, 'settings'>): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(settings.publicUrl.hostname)
}
