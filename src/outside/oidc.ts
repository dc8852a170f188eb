import * as oidc from 'openid-client'
import type { Provider, ProviderTrouble, Vouched } from '#accounts'
import { bad, good, type Outcome } from '#ground/outcome'
import { CarefulFetchError, carefulFetch } from './careful-fetch.ts'
import type { AddressRules } from './vet-address.ts'

export interface OidcSettings {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
  /**
   * The operator says that the issuer is on the stand's own network: its own origin, and no other,
   * may then be a private address and speak plain HTTP.
   */
  readonly inside: boolean
}

const scope = 'openid email profile'

/**
 * One OpenID Connect provider: code flow with PKCE, state and nonce. What its documents name is
 * fetched by the rules of the careful client.
 */
export function openOidc(settings: OidcSettings): Provider {
  const configured = keptWhenGood(() => discovered(settings))
  return {
    name: settings.name,
    issuer: settings.issuer,
    begin: (callback) =>
      understood(async () => {
        const config = await configured()
        const verifier = oidc.randomPKCECodeVerifier()
        const secrets = { verifier, state: oidc.randomState(), nonce: oidc.randomNonce() }
        const address = oidc.buildAuthorizationUrl(config, {
          redirect_uri: callback.href,
          scope,
          state: secrets.state,
          nonce: secrets.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        })
        return { address, secrets }
      }),
    finish: (address, { state, nonce, verifier }) =>
      understood(async () => {
        const config = await configured()
        const tokens = await oidc.authorizationCodeGrant(config, address, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
        return vouchedBy(config, tokens)
      }),
  }
}

/** An hour: providers change their keys and addresses seldom, and say so in their documents. */
const keptFor = 3_600_000

/** Asked again after an hour, and after a failure. */
function keptWhenGood<Value>(find: () => Promise<Value>): () => Promise<Value> {
  let kept: { readonly value: Promise<Value>; readonly until: number } | null = null
  return () => {
    if (kept !== null && performance.now() < kept.until) return kept.value
    const value = find()
    kept = { value, until: performance.now() + keptFor }
    value.catch(() => {
      kept = null
    })
    return value
  }
}

function discovered(settings: OidcSettings): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret } = settings
  const fetching = carefulFetch((url) => rulesFor(url, settings))
  const [basic, post] = [oidc.ClientSecretBasic(clientSecret), oidc.ClientSecretPost(clientSecret)]
  const authentication: oidc.ClientAuth = (server, ...others) => {
    const offered = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (offered.includes('client_secret_basic') ? basic : post)(server, ...others)
  }
  return oidc.discovery(issuer, clientId, undefined, authentication, {
    execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
    [oidc.customFetch]: fetching,
  })
}

function rulesFor(url: URL, { issuer, inside }: OidcSettings): Partial<AddressRules> {
  if (url.origin !== issuer.origin) return {}
  const port = Number(issuer.port || (issuer.protocol === 'https:' ? 443 : 80))
  return { ports: [port], ...(inside ? { isPublic: () => true } : {}) }
}

async function vouchedBy(
  config: oidc.Configuration,
  tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>,
): Promise<Vouched> {
  const claims = tokens.claims()
  if (claims === undefined) throw new TypeError('The provider sent no ID token')
  const { iss: issuer, sub: subject } = claims
  const asks = claims.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined
  const more = asks ? await oidc.fetchUserInfo(config, tokens.access_token, subject) : {}
  const { email, email_verified, name }: Readonly<Record<string, unknown>> = { ...more, ...claims }
  return {
    issuer,
    subject,
    address: typeof email === 'string' ? email : null,
    // Some providers send the word instead of the value; anything else is a no.
    addressVerified: email_verified === true || email_verified === 'true',
    name: typeof name === 'string' ? name : '',
  }
}

async function understood<Value>(
  work: () => Promise<Value>,
): Promise<Outcome<Value, ProviderTrouble>> {
  try {
    return good(await work())
  } catch (error) {
    return bad(troubleOf(error))
  }
}

/** The libraries' messages hold no token; their causes may, and are left out. */
function troubleOf(error: unknown): ProviderTrouble {
  if (error instanceof CarefulFetchError) return { kind: 'unreachable', message: error.message }
  if (!(error instanceof Error)) return { kind: 'untrustworthy', message: 'unknown' }
  if (error.cause instanceof CarefulFetchError) {
    return { kind: 'unreachable', message: error.cause.message }
  }
  const code = 'code' in error ? ` (${String(error.code)})` : ''
  const refused = error instanceof oidc.AuthorizationResponseError
  return { kind: refused ? 'refused' : 'untrustworthy', message: `${error.message}${code}` }
}
