import { Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { addresses, patternOf } from './addresses.ts'
import { beforePaintHash } from './before-paint.ts'
import type { WebSettings } from './needs.ts'
import type { Visit } from './visit.ts'

const none = ["'none'"]
const own = ["'self'"]

/**
 * The headers that tell browsers to load nothing but our own styles, fonts, pictures and islands,
 * and to run one script that stands in a page. They are the same for every answer, so they are
 * worked out once.
 */
export async function securityHeaders(
  settings: WebSettings,
): Promise<Readonly<Record<string, string>>> {
  const overTls = settings.publicUrl.protocol === 'https:'
  const asking = new Hono().use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: none,
        imgSrc: own,
        styleSrc: own,
        scriptSrc: [...own, beforePaintHash],
        fontSrc: own,
        mediaSrc: own,
        manifestSrc: own,
        // Islands ask for what a passkey signs; tools that look at a page ask for robots.txt.
        connectSrc: own,
        baseUri: none,
        // A form that begins to buy leads on to the page of whoever takes the money.
        formAction: [...own, ...settings.paysAt],
        frameAncestors: none,
        objectSrc: none,
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: none,
      },
      permissionsPolicy: {
        camera: [],
        geolocation: [],
        microphone: [],
        payment: [],
        usb: [],
        browsingTopics: [],
      },
      referrerPolicy: 'strict-origin-when-cross-origin',
      strictTransportSecurity: overTls && 'max-age=31536000; includeSubDomains',
      // Old browsers' headers: what they forbid, the policy above forbids too.
      xFrameOptions: false,
      xXssProtection: false,
      xDnsPrefetchControl: false,
      xDownloadOptions: false,
      xPermittedCrossDomainPolicies: false,
      originAgentCluster: false,
    }),
  )
  const { headers } = await asking.get('/', (c) => c.body(null)).request('/')
  return Object.fromEntries(headers)
}

/** Addresses that are a secret by themselves: whoever has one can sign in, withdraw or read. */
const secret = Object.values(addresses)
  .filter((address) => /:token(?:\/|$)/.test(address))
  .map(patternOf)

/**
 * What pages at such an address say of it to others: nothing. "no-referrer" would say no more, and
 * it takes the Origin off their own forms, by which we know them where a browser does not send
 * Sec-Fetch-Site (older ones, and all of them without TLS): see reader/same-origin.ts.
 */
const toldToNobodyElse = 'same-origin'

/** Puts them on every answer but a page for everyone, which has them on when it is put together. */
export function protect(
  protection: Promise<Readonly<Record<string, string>>>,
): MiddlewareHandler<Visit> {
  return async (c, next) => {
    await next()
    if (c.get('printed') !== undefined) return
    for (const [name, value] of Object.entries(await protection)) c.res.headers.set(name, value)
    if (secret.some((one) => one.test(c.req.path))) {
      c.res.headers.set('referrer-policy', toldToNobodyElse)
    }
  }
}
