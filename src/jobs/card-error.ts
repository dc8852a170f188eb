/** `publication.json` in a folder is not as it has to be. */
export class CardError extends Error {
  override readonly name = 'CardError'
}
