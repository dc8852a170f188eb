/** There is no room left to write in. Nothing of what was to be stored has been stored. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError'

  constructor(what: string, options?: ErrorOptions) {
    super(`No room left: ${what} was not stored. Free some space and send it again.`, options)
  }
}
