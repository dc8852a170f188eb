/** The end of an exhaustive switch: a new case that nobody answered does not compile. */
export function impossible(value: never): never {
  throw new Error(`No branch for ${JSON.stringify(value)}`)
}
