import { digit, literal } from './numbers.ts'
import type { Rule } from './rule.ts'
import type { SpeechTable } from './speech-table.ts'

const nothingBefore = '(?<![\\p{L}\\p{N}\\p{M}_]|\\p{L}\\.)'
const nothingAfter = '(?![\\p{L}\\p{N}\\p{M}_])'
const aName = '(?=\\s+["“«„]?[\\p{Lu}\\p{Lo}])'

/** Abbreviations, initials and addresses. */
export function wordRules(table: SpeechTable): readonly Rule[] {
  const { titles, shortenings, closings, numbered } = table
  return [
    ...webRules(table),
    listed(titles, aName),
    listed(numbered, `\\s?(?=${digit})`, { followed: ' ' }),
    listed(shortenings, nothingAfter),
    listed(closings, nothingAfter, { mayEnd: true }),
    initials,
    acronyms,
  ].flatMap((rule) => rule ?? [])
}

/** How a publication says names. Whole words only, the longest first. */
export function lexiconRule(lexicon: ReadonlyMap<string, string>): Rule | null {
  if (lexicon.size === 0) return null
  const terms = [...lexicon.keys()].sort((one, other) => other.length - one.length)
  const find = `${wholeBefore}(?:${terms.map(literal).join('|')})${wholeAfter}`
  return { find: new RegExp(find, 'gu'), say: ({ text }) => lexicon.get(text) ?? null }
}

const wholeBefore = '(?<![\\p{L}\\p{N}\\p{M}])'
const wholeAfter = '(?![\\p{L}\\p{N}\\p{M}])'

function listed(
  words: Readonly<Record<string, string>>,
  behind: string,
  { mayEnd = false, followed = '' }: { mayEnd?: boolean; followed?: string } = {},
): Rule | null {
  const said = new Map<string, string>()
  for (const [word, meaning] of Object.entries(words)) {
    said.set(bareOf(word), meaning)
    const begun = capitalised(word)
    if (!said.has(bareOf(begun))) said.set(bareOf(begun), capitalised(meaning))
  }
  if (said.size === 0) return null
  const keys = [...Object.keys(words), ...Object.keys(words).map(capitalised)]
  const sources = [...new Set(keys)].sort((one, other) => other.length - one.length).map(spaced)
  const find = new RegExp(`${nothingBefore}(?:${sources.join('|')})${behind}`, 'gu')
  const say = (text: string) => {
    const meaning = said.get(bareOf(text))
    return meaning === undefined ? null : meaning + followed
  }
  return { find, mayEnd, say: ({ text }) => say(text) }
}

const bareOf = (word: string) => word.replace(/\s/g, '')
const capitalised = (word: string) => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** "z.B." is written with a space as well, and with a narrow one. */
const spaced = (word: string) =>
  literal(word)
    .replace(/\\\.\s?(?=[\p{L}])/gu, '\\.\\s?')
    .replace(/ /g, '\\s')

/** "J. R. Marsh" */
const initials: Rule = {
  find: /(?<![\p{L}\p{N}\p{M}.])(?:\p{Lu}\.\s?){1,5}(?=\p{Lu}\p{Ll})/gu,
  say: ({ text }) => `${[...text.matchAll(/\p{Lu}/gu)].join(' ')} `,
}

/** "U.S." */
const acronyms: Rule = {
  find: /(?<![\p{L}\p{N}\p{M}.])(?:\p{Lu}\.){2,8}(?![\p{L}\p{N}])/gu,
  mayEnd: true,
  say: ({ text }) => [...text.matchAll(/\p{Lu}/gu)].join(' '),
}

/** Of a web address only where it leads; nobody listens to the rest. */
function webRules({ dot, at }: SpeechTable): readonly Rule[] {
  const spelt = (name: string) => (dot === '.' ? name : name.replaceAll('.', ` ${dot} `))
  return [
    {
      find: /https?:\/\/(?:www\.)?(?<host>[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:[/?#](?:\S*[^\s.,;:!?)\]'"»”])?)?/gu,
      say: ({ part }) => spelt(part('host')),
    },
    {
      find: /(?<![\p{L}\p{N}@])(?<name>[\w.+-]{0,63}\w)@(?<host>[\w-]+(?:\.[\w-]+)+)/gu,
      say: ({ part }) =>
        at === '@' ? null : `${spelt(part('name'))} ${at} ${spelt(part('host'))}`,
    },
  ]
}
