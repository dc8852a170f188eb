import { LRUCache } from 'lru-cache'
import { MessageFormat, parseMessage } from 'messageformat'
import ar from '../../../locales/ar.json' with { type: 'json' }
import de from '../../../locales/de.json' with { type: 'json' }
import en from '../../../locales/en.json' with { type: 'json' }
import es from '../../../locales/es.json' with { type: 'json' }
import fr from '../../../locales/fr.json' with { type: 'json' }
import nl from '../../../locales/nl.json' with { type: 'json' }
import { disguised } from './disguise.ts'
import type { Locale } from './locales.ts'
import { filled, plainParts } from './plain.ts'

export type MessageKey = keyof typeof en
export type Values = Readonly<Record<string, string | number>>

/** A whole sentence in the reader's language. */
export type Say = (key: MessageKey, values?: Values) => string

const files: Readonly<Record<Locale['sentences'], Readonly<Record<string, string>>>> = {
  en,
  nl,
  de,
  fr,
  es,
  ar,
}

/** How many finished sentences a locale remembers: choosing a plural takes longer than looking up. */
const remembered = 5_000

/**
 * Compiles the sentences of a locale, each when it is first said.
 * @throws when a sentence lacks a value it asks for: that is a mistake in a page
 */
export function sayIn(locale: Locale): Say {
  const compiled = new Map<MessageKey, Sentence>()
  const said = new LRUCache<string, string>({ max: remembered })

  const sentenceOf = (key: MessageKey): Sentence => {
    const known = compiled.get(key)
    if (known !== undefined) return known
    const sentence = compile(locale, files[locale.sentences][key] ?? en[key])
    compiled.set(key, sentence)
    return sentence
  }

  return (key, values = {}) => {
    const { fill, format } = sentenceOf(key)
    const plain = fill(values)
    if (plain !== null) return plain
    const asked = `${key}\n${Object.values(values).join('\n')}`
    const before = said.get(asked)
    if (before !== undefined) return before
    const sentence = format(values)
    said.set(asked, sentence)
    return sentence
  }
}

interface Sentence {
  /** Quickly, where that takes no rule of the language; null where it does. */
  readonly fill: (values: Values) => string | null
  readonly format: (values: Values) => string
}

function compile(locale: Locale, source: string): Sentence {
  const { tag, disguise } = locale
  const model = disguise === undefined ? parseMessage(source) : disguised(source, disguise)
  const message = new MessageFormat(tag, model, { bidiIsolation: 'none' })
  const parts = plainParts(model)
  return {
    fill: (values) => parts && filled(parts, values, (value) => setApart(value, locale)),
    format: (values) => message.format(isolated(values, locale), refuse),
  }
}

function refuse(error: unknown): never {
  throw error
}

function isolated(values: Values, locale: Locale): Record<string, string | number> {
  const apart = (value: string | number) =>
    typeof value === 'string' ? setApart(value, locale) : value
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, apart(value)]))
}

/** A name written the other way is set apart, so that it cannot turn the words around it. */
export function setApart(name: string, { direction }: Locale): string {
  const strange = direction === 'rtl' ? leftToRight : rightToLeft
  return strange.test(name) ? `\u2068${name}\u2069` : name
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const leftToRight = /[A-Za-z\u00C0-\u058F\u0900-\u1FFF\u3040-\uD7FF]/
