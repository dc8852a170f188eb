import { EngineError, type Segment } from '#translate'

/**
 * Asks for all segments together; when that is too long for the engine, for each half by itself. One
 * that is too long alone is left out.
 */
export async function inHalves(
  segments: readonly Segment[],
  ask: (segments: readonly Segment[]) => Promise<readonly Segment[]>,
): Promise<readonly Segment[]> {
  try {
    return await ask(segments)
  } catch (error) {
    if (!(error instanceof EngineError) || error.fault !== 'too-long') throw error
    if (segments.length < 2) return []
    const middle = Math.ceil(segments.length / 2)
    return [
      ...(await inHalves(segments.slice(0, middle), ask)),
      ...(await inHalves(segments.slice(middle), ask)),
    ]
  }
}

/** The texts under the ids of what they translate. @throws EngineError unless there is one for each */
export function named(
  segments: readonly Segment[],
  texts: readonly string[] | null,
  name: string,
): readonly Segment[] {
  if (texts === null || texts.length !== segments.length) {
    throw new EngineError('bad-output', `${name} sent back another number of texts.`)
  }
  return segments.map(({ id }, at) => ({ id, content: texts[at] ?? '' }))
}
