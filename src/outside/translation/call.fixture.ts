import type { EngineError, TranslateCall } from '#translate'

export const callOf = (
  texts: readonly string[],
  changed: Partial<TranslateCall> = {},
): TranslateCall => ({
  from: 'en',
  to: 'de',
  segments: texts.map((content, at) => ({ id: String(at), content })),
  glossary: new Map(),
  context: 'Low water',
  signal: new AbortController().signal,
  ...changed,
})

/** What an engine threw, in short: "quota 60". */
export async function faultOf(made: Promise<unknown>): Promise<string> {
  try {
    await made
    return 'none'
  } catch (error) {
    const { fault, retryAfter, message } = error as EngineError
    // No text of a story may stand in a message.
    if (/boats/.test(message)) return `told: ${message}`
    return retryAfter === undefined ? fault : `${fault} ${retryAfter.total('seconds')}`
  }
}
