import type { Consent } from '#access'

/** As JSON; its moment is ISO 8601. */
export function consentText(consent: Consent | null): string | null {
  return consent && JSON.stringify({ ...consent, at: String(consent.at) })
}

/** JSON that `consentText` wrote. */
export function consentIn(text: string | null): Consent | null {
  if (text === null) return null
  const { at, ...said }: Omit<Consent, 'at'> & { readonly at: string } = JSON.parse(text)
  return { at: Temporal.Instant.from(at), ...said }
}
