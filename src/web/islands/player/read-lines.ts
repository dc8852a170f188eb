/** Why nothing comes: what the stand says, or `failed` when it could not even say that. */
export class MuteError extends Error {
  override readonly name = 'MuteError'
  readonly because: string

  constructor(because: string) {
    super(because)
    this.because = because
  }
}

/**
 * What an address sends, a line of JSON at a time, as it comes.
 * @throws MuteError when it sends something else; an aborted call the signal's reason
 */
export async function* readLines(address: string, signal: AbortSignal): AsyncGenerator<unknown> {
  const answer = await fetch(address, { signal, headers: { accept: 'application/x-ndjson' } })
  if (!answer.ok || answer.body === null) {
    const said = await answer.json().catch(() => ({}))
    throw new MuteError(String(said.because ?? 'failed'))
  }
  let rest = ''
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (;;) {
      const { done, value = '' } = await reader.read()
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) yield JSON.parse(line)
      if (done) return
    }
  } finally {
    // Who reads no further lets the stand stop the making; what broke off has nothing to end.
    reader.cancel().catch(() => {})
  }
}
