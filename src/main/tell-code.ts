import type { Mail } from '#accounts'

/**
 * What to print of a mail that was kept instead of sent, so that a stand without a mail server can
 * be tried; null when there is nothing to type. Control characters cannot get in: addresses and
 * codes have none.
 */
export function codeLine(mail: Mail): string | null {
  if (mail.kind !== 'sign-in' && mail.kind !== 'confirm-address') return null
  const { code, link } = mail.facts
  return `Code for ${mail.to}: ${code} (no mail server is set; or open ${link})`
}
