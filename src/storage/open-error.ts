/** A database or its folder that cannot be used: what it is, why, and which setting names it. */
export class OpenError extends Error {
  override readonly name = 'OpenError'

  constructor(what: string, error: unknown, setting: string) {
    super(`${what} cannot be opened (${reasonIn(error)}). Mend that, or change ${setting}.`, {
      cause: error,
    })
  }
}

/** Where a name has several addresses, each of them failed for a reason of its own. */
function reasonIn(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonIn).join('; ')
  return error instanceof Error ? error.message : String(error)
}
