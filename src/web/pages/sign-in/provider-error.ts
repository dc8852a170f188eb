/** A provider could not be asked, or what it said does not hold: in its words, without a secret. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
}
