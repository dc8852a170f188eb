import { createApp } from '../app.ts'
import { type Stand, standWith } from '../stand.fixture.ts'
import type { OpenReaders } from './readers.fixture.ts'

/** A stand that readers can sign in to. */
export function standFor(
  readers: OpenReaders,
  changed: Parameters<typeof standWith>[0] = {},
): Stand {
  const { accounts, clock } = readers
  return standWith({ ...changed, changed: { accounts, clock, ...changed.changed } })
}

/** A browser that keeps cookies and comes from our own pages. */
export function browserOf(stand: Stand) {
  const app = createApp(stand.needs)
  const kept = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...kept].map((one) => one.join('=')).join('; '))
    const answer = await app.request(path, { ...init, headers })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') kept.delete(name)
      else kept.set(name, value)
    }
    return answer
  }
  const post = (path: string, form: Readonly<Record<string, string>>) =>
    ask(path, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin: stand.needs.settings.publicUrl.origin },
    })
  return { kept, get: ask, post }
}

export type Browser = ReturnType<typeof browserOf>

/** Asks for a code, reads it in the mail, and types it; gives where that leads. */
export async function signIn(
  { post }: Browser,
  readers: OpenReaders,
  { address = 'ana@saltmere.example', returnTo = '/en' } = {},
): Promise<string> {
  await post('/en/sign-in', { address, return: returnTo })
  const mail = (await readers.post()).find(({ kind }) => kind === 'sign-in')
  if (mail?.kind !== 'sign-in') throw new Error('No mail came')
  const answer = await post('/en/sign-in/code', { code: mail.facts.code })
  return answer.headers.get('location') ?? ''
}
