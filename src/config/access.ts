/** Stories of the metered kind that an account opens in a month, where the operator did not say. */
export const usualMeter = 3

/** How the stand takes money; null where it takes none. */
export interface StripeKeys {
  /** Never logged. */
  readonly secretKey: string
  readonly webhookSecret: string
}

type Text = (name: string) => string

/** Both of them or none: what was paid must be heard of. */
export function stripeIn(text: Text, mistakes: string[]): StripeKeys | null {
  const secretKey = text('STRIPE_SECRET_KEY')
  const webhookSecret = text('STRIPE_WEBHOOK_SECRET')
  if (secretKey === '' && webhookSecret === '') return null
  // They are never shown, so that they do not end in a log.
  if (!/^[sr]k_/.test(secretKey)) {
    mistakes.push('STRIPE_SECRET_KEY must be a secret key of Stripe: it begins with sk_ or rk_')
  }
  if (!webhookSecret.startsWith('whsec_')) {
    mistakes.push('STRIPE_WEBHOOK_SECRET must be what Stripe shows for your endpoint: whsec_…')
  }
  return { secretKey, webhookSecret }
}
