import { z } from 'zod'

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/)

const common = {
  id: base64url.max(1_400),
  rawId: base64url.max(1_400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
}

const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])

/** What `navigator.credentials.create` gave, as JSON (WebAuthn, 5.1.8). */
export const registrationAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string())
      .default([])
      .transform((names) => names.flatMap((name) => transport.safeParse(name).data ?? [])),
  }),
})

/** What `navigator.credentials.get` gave, as JSON. */
export const signInAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
})
