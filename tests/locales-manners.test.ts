import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { localesOf } from '../src/web/languages/locales.ts'
import { sayIn } from '../src/web/languages/say.ts'
import { english, formsOf, type LocaleFile, others } from './locales.fixture.ts'

const all: Readonly<Record<string, LocaleFile>> = { en: english, ...others }

/** The forms of all sentences in which a rule of one language is broken, with their keys. */
function breaking(name: string, rule: RegExp): readonly string[] {
  return Object.entries(all[name] ?? {}).flatMap(([key, sentence]) =>
    formsOf(sentence)
      .filter((form) => rule.test(form))
      .map((form) => `${name}: ${key}: ${form}`),
  )
}

/** Marks of quotation that a language does not use, and spaces where it has none or others. */
const wrongMarks: Readonly<Record<string, RegExp>> = {
  en: /[„«»]|\s[;:?!]/,
  nl: /[“”„«»]|\s[;:?!]/,
  de: /[”‘’«»]|\s[;:?!]/,
  // A narrow space that does not break before these marks and inside «».
  fr: /[“”„]|(?<!\u202F)[;:?!»]|«(?!\u202F)|[\u00A0]/,
  es: /[“”„]|\s[;:?!]|[«]\s|\s»|^[^¿]*\?|^[^¡]*!/,
  ar: /[“”„,;?٪]|\s[؛:؟!،]/,
}

/** One word per thing: what stood here once for what the language has another word for. */
const wrongWords: Readonly<Record<string, RegExp>> = {
  en: /\b(?:articles?|issues?|posts?|sources?)\b(?! code)/i,
  nl: /nummer|kwaliteitsblad|\bu\b|\buw\b/i,
  // A cover is no front page; nobody is on probation.
  de: /Titelbild|Zur Titelseite|Probezeit\b|\bdu\b|\bdein/i,
  fr: /s’identifier|témoin|\btu\b|\bton\b/i,
  es: /\bcanal\b|\busted\b|\bsu cuenta\b/i,
  ar: /منصة|موجز/,
}

describe('the sentences', () => {
  it('stand in the same order in every file', () => {
    for (const [name, file] of Object.entries(others)) {
      assert.deepEqual(Object.keys(file), Object.keys(english), name)
    }
  })

  it('are set with the marks and spaces of their language, and never as on a typewriter', () => {
    for (const name of Object.keys(all)) {
      assert.deepEqual(breaking(name, /['"]|\.\.|--| {2}|^\s|\s$|\s[.,،]/), [])
      assert.deepEqual(breaking(name, wrongMarks[name] ?? /^/), [])
    }
  })

  it('end in a full stop in every language, or as a label in none', () => {
    // "Min." is short for a word.
    const ends = (sentence = '') => formsOf(sentence).map((form) => /(?<!Min)\.$/.test(form))
    for (const [name, file] of Object.entries(others)) {
      const mixed = Object.entries(file).filter(
        ([key, sentence]) => new Set([...ends(sentence), ...ends(english[key])]).size > 1,
      )
      assert.deepEqual(mixed, [], name)
    }
  })

  it('have one word for each thing', () => {
    for (const name of Object.keys(all)) {
      assert.deepEqual(breaking(name, wrongWords[name] ?? /^/), [])
    }
  })

  it('are all said somewhere', () => {
    const files = globSync('src/**/*.ts').filter((file) => !/\.(test|fixture)\.ts$/.test(file))
    const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n')
    const begun = [...sources.matchAll(/`([a-z-]*-)\$\{/g)].map(([, start = '']) => start)
    // Two keys are chosen by whether a number was rounded: `count-…` or `over-…`.
    begun.push('count-', 'over-')
    const silent = Object.keys(english).filter(
      (key) => !sources.includes(`'${key}'`) && !begun.some((start) => key.startsWith(start)),
    )
    assert.deepEqual(silent, [])
  })
})

it('Arabic says a rounded number in the form that this number asks for', () => {
  const locale = localesOf({ pseudoLocales: false }).find(({ name }) => name === 'ar')
  assert.ok(locale)
  const say = sayIn(locale)
  assert.deepEqual(
    [110, 120, 1_000, 9_300].map((count) => say('over-stories', { count })),
    [
      ...['أكثر من ١١٠ مقالات', 'أكثر من ١٢٠ مقالًا'],
      ...['أكثر من ١٬٠٠٠ مقال', 'أكثر من ٩٬٣٠٠ مقال'],
    ],
  )
})

it('Arabic puts no number before a noun without asking for the form', () => {
  const counted = /\{\$(?:count|stories|minutes|days|paragraphs)[^}]*\} [\u0621-\u064A]/
  const stiff = Object.entries(others.ar ?? {}).filter(
    ([, sentence]) => !sentence.includes('.match') && counted.test(sentence),
  )
  assert.deepEqual(stiff, [])
})
