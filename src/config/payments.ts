/** How the stand takes money. */
export interface StripeKeys {
  readonly secretKey: string
  readonly webhookSecret: string
}

type Text = (name: string) => string

/** Both of Stripe's keys, or none. They are never shown: a mistake must not bring them into a log. */
export function stripeKeysIn(text: Text, mistakes: string[]): StripeKeys | null {
  const secretKey = text('STRIPE_SECRET_KEY')
  const webhookSecret = text('STRIPE_WEBHOOK_SECRET')
  if (secretKey === '' && webhookSecret === '') return null
  if (!/^[sr]k_(?:test|live)_\w+$/.test(secretKey)) {
    mistakes.push(
      'STRIPE_SECRET_KEY must be a secret or restricted key of Stripe: sk_live_… or rk_live_…',
    )
  }
  if (!/^whsec_\S+$/.test(webhookSecret)) {
    mistakes.push('STRIPE_WEBHOOK_SECRET must be the signing secret of the webhook: whsec_…')
  }
  return { secretKey, webhookSecret }
}
