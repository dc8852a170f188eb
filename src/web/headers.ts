import { secureHeaders } from 'hono/secure-headers'
import type { WebSettings } from './needs.ts'

const none = ["'none'"]
const own = ["'self'"]

/** Tells browsers to load nothing but our own styles, fonts and pictures, and to run no script. */
export function securityHeaders({ publicUrl }: WebSettings) {
  const overTls = publicUrl.protocol === 'https:'
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      imgSrc: own,
      styleSrc: own,
      fontSrc: own,
      baseUri: none,
      formAction: own,
      frameAncestors: none,
      objectSrc: none,
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
    xFrameOptions: 'DENY',
  })
}
