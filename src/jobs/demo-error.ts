/** The demo is not as it has to be. */
export class DemoError extends Error {
  override readonly name = 'DemoError'
}
