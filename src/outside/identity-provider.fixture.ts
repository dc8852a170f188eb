import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Oidc from 'oidc-provider'

export interface Person {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

/** A real OpenID Connect provider on this machine, at which everybody is who the test says. */
export async function openIdentityProvider(callback: URL) {
  let person: Person = { sub: 'nobody' }
  const server = createServer()
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const { port } = server.address() as AddressInfo
  const issuer = new URL(`http://127.0.0.1:${port}`)
  const provider = new Oidc(issuer.origin, {
    clients: [{ client_id: 'kiosk', client_secret: 'hush', redirect_uris: [callback.href] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: async (_context, accountId) => ({
      accountId,
      claims: async () => ({ ...person, sub: accountId }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId
      const clientId = oidc.client?.clientId
      if (accountId === undefined || clientId === undefined) return undefined
      const grant = new oidc.provider.Grant({ accountId, clientId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const login = { accountId: person.sub }
    return provider.interactionFinished(request, response, { login })
  })

  return {
    issuer,
    /** Who signs in next, and what the provider says of them. */
    is: (who: Person) => {
      person = who
    },
    /** Goes where a browser would go, until the provider sends it back to the stand. */
    async visit(start: URL): Promise<URL> {
      const cookies = new Map<string, string>()
      let at = start
      for (let hop = 0; hop < 10; hop += 1) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const said = await fetch(at, { redirect: 'manual', headers: { cookie } })
        for (const line of said.headers.getSetCookie()) {
          const [pair = ''] = line.split(';')
          cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
        }
        const to = said.headers.get('location')
        if (to === null)
          throw new Error(`The provider answers ${said.status}: ${await said.text()}`)
        at = new URL(to, at)
        if (at.origin === callback.origin) return at
      }
      throw new Error('The provider never sends the reader back')
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
