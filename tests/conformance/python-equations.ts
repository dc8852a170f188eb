/** A text, or the numbers of a tuple. */
export type PythonValue = string | readonly number[]

const path = /(?:feed|channel|entries)(?:\[\d+\]|\[['"]\w+['"]\]|\.\w+)+/y
const sign = /\s*==\s*/y
const tuple = /\(([\d\s,]+)\)/y
const text = /u?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/y

/**
 * The equations `path == literal` of a Python expression, with paths written "entries.0.title".
 * Everything else in it is passed over: nothing is evaluated.
 */
export function pythonEquations(expression: string): (readonly [string, PythonValue])[] {
  const found: (readonly [string, PythonValue])[] = []
  for (let at = 0; at < expression.length; at += 1) {
    const name = take(path, expression, at)
    if (name === null) continue
    const equals = take(sign, expression, name.end)
    const value = equals === null ? null : literalAt(expression, equals.end)
    if (value !== null) found.push([dotted(name.text), value])
    at = name.end
  }
  return found
}

function take(pattern: RegExp, expression: string, at: number) {
  pattern.lastIndex = at
  const match = pattern.exec(expression)
  return match === null ? null : { text: match[0], match, end: pattern.lastIndex }
}

const dotted = (name: string): string => name.replace(/\[['"]?(\w+)['"]?\]/g, '.$1')

function literalAt(expression: string, at: number): PythonValue | null {
  const numbers = take(tuple, expression, at)?.match[1]
  if (numbers !== undefined) return numbers.split(',').map(Number)
  const found = take(text, expression, at)?.match
  return found === undefined ? null : unescaped(found[1] ?? found[2] ?? '')
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

const unescaped = (body: string): string =>
  body.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|U([\da-f]{8})|(.))/gis, (_, u, x, long, other) => {
    const code = u ?? x ?? long
    return code === undefined
      ? (escapes[other] ?? other)
      : String.fromCodePoint(Number.parseInt(code, 16))
  })
