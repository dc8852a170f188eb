import { parseDocument, type YAMLError } from 'yaml'
import { objectIn } from '../object-in.ts'

/** What stands above a story's text, by name in lower case. */
export type Head = ReadonlyMap<string, unknown>

export type Split =
  | { readonly ok: true; readonly head: Head; readonly text: string; readonly line: number }
  | { readonly ok: false; readonly message: string; readonly line: number }

/** More aliases than this are no head that a person wrote. */
const mostAliases = 20

/**
 * Parts a file into its head, YAML between "---" lines or "Title: …" lines, and its text, with the
 * line at which the text begins.
 */
export function splitHead(file: string): Split {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (/^\+\+\+[ \t]*\n/.test(text)) {
    return bad('The head is TOML ("+++"). Write it as YAML between two lines of "---".', 1)
  }
  return /^---[ \t]*\n/.test(text) ? splitYaml(text) : splitLines(text)
}

const bad = (message: string, line: number): Split => ({ ok: false, message, line })

function splitYaml(text: string): Split {
  const start = text.indexOf('\n') + 1
  const close = /^(?:---|\.\.\.)[ \t]*$/m
  const found = close.exec(text.slice(start))
  if (found === null) return bad('The head has no end: close it with a line of "---".', 1)
  const yaml = text.slice(start, start + found.index)
  const body = text.slice(start + found.index + found[0].length + 1)
  const line = yaml.split('\n').length + 2
  try {
    // Every value stays as it was written: an id of 0012 is not twelve.
    const document = parseDocument(yaml, { logLevel: 'silent', schema: 'failsafe' })
    const [error] = document.errors
    if (error !== undefined) return bad(`The head is no YAML: ${faultOf(error)}`, lineOf(error))
    const value: unknown = document.toJS({ maxAliasCount: mostAliases })
    const fields = value === null ? {} : objectIn(value)
    if (fields === null) return bad('The head is no list of names and values.', 2)
    return { ok: true, head: byName(Object.entries(fields)), text: body, line }
  } catch (error) {
    return bad(`The head is no YAML: ${error instanceof Error ? error.message : error}.`, 1)
  }
}

const faultOf = ({ message }: YAMLError) =>
  message.split('\n')[0]?.replace(/ at line \d.*$/, '.') ?? ''

/** Counted in the file, whose first line is the "---". */
const lineOf = ({ linePos }: YAMLError) => (linePos?.[0].line ?? 0) + 1

const knownFirst =
  /^(?:title|headline|date|author|authors|category|slug|lang|language|summary|id)$/i

/** "Name: value" lines at the top; a line that is indented goes on with the one before. */
function splitLines(text: string): Split {
  const fields: [string, string][] = []
  const lines = text.split('\n')
  let at = 0
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const [, name, value = ''] = /^([A-Za-z][\w -]{0,40}):[ \t]*(.*)$/.exec(line) ?? []
    const last = fields.at(-1)
    if (name !== undefined) fields.push([name, value.trim()])
    else if (last !== undefined && /^[ \t]+\S/.test(line)) last[1] += ` ${line.trim()}`
    else break
  }
  const isHead = knownFirst.test(fields[0]?.[0] ?? '') && (lines[at] ?? '').trim() === ''
  if (!isHead) return { ok: true, head: new Map(), text, line: 1 }
  return { ok: true, head: byName(fields), text: lines.slice(at).join('\n'), line: at + 1 }
}

const byName = (fields: readonly (readonly [string, unknown])[]): Head =>
  new Map(fields.map(([name, value]) => [name.toLowerCase(), value]))
