import { isExpression, isPatternMessage, isVariableRef, type Model } from 'messageformat'

type Part = string | Model.VariableRef

/** A sentence that only has its values put in, as most do; null for one that has to choose a form. */
export function plainParts(message: Model.Message): readonly Part[] | null {
  if (!isPatternMessage(message) || message.declarations.length > 0) return null
  const parts: Part[] = []
  for (const part of message.pattern) {
    if (typeof part === 'string') parts.push(part)
    else if (isExpression(part) && isVariableRef(part.arg) && !part.functionRef)
      parts.push(part.arg)
    else return null
  }
  return parts
}

/** The sentence; null when a value is no text, for numbers are written as the language does. */
export function filled(
  parts: readonly Part[],
  values: Readonly<Record<string, unknown>>,
  written: (value: string) => string,
): string | null {
  let sentence = ''
  for (const part of parts) {
    if (typeof part === 'string') sentence += part
    else {
      const value = values[part.name]
      if (typeof value !== 'string') return null
      sentence += written(value)
    }
  }
  return sentence
}
