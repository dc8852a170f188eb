import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parseMessage, visit } from 'messageformat'
import { localesOf } from '../src/web/languages/locales.ts'
import { type MessageKey, sayIn } from '../src/web/languages/say.ts'
import { english, type LocaleFile, others } from './locales.fixture.ts'

/** Sentences that are rightly the same in two languages: names and marks only. */
const sameInEvery: readonly string[] = [
  ...['page-of-stand', 'named-edition-of', 'theme-letters', 'archive-of', 'initial-digits'],
  ...['text-smaller-sign', 'text-larger-sign', 'face-hyperlegible'],
  ...['search-at-least', 'search-sample-name'],
]
const sameAsInEnglish: Readonly<Record<string, readonly string[]>> = {
  nl: ['next-year', 'fact-site', 'minutes', 'theme-sepia', 'footer-privacy', 'topic-sport'],
  de: ['text', 'step-usual', 'fact-site', 'theme-sepia', 'topic-sport', 'topic-religion'],
  fr: [
    ...['step-usual', 'minutes', 'minutes-long', 'kind-magazine', 'kinds-magazine'],
    ...['topic-culture', 'topic-sport', 'topic-religion'],
    ...['catalogue-title-page', 'page-number', 'search-by-publication'],
    'search-field-publication',
  ],
  es: ['step-usual', 'minutes', 'theme-sepia'],
}

/** Words that stay as they are in every language. */
const untranslated = /\b(?:Kiosk|AGPL|Hyperlegible)\b/g

describe('the locale files', () => {
  it('have the same sentences', () => {
    for (const [name, file] of Object.entries(others)) {
      assert.deepEqual(Object.keys(file).sort(), Object.keys(english).sort(), name)
    }
  })

  it('ask for the same values', () => {
    for (const [name, file] of Object.entries(others)) {
      for (const [key, sentence] of Object.entries(file)) {
        assert.deepEqual(valuesIn(sentence), valuesIn(english[key] ?? ''), `${name}: ${key}`)
      }
    }
  })

  it('leave nothing in English', () => {
    for (const [name, same] of Object.entries(sameAsInEnglish)) {
      const alike = Object.entries(others[name] ?? {})
        .filter(([key, sentence]) => sentence === english[key] && !sameInEvery.includes(key))
        .map(([key]) => key)
      assert.deepEqual(
        alike.filter((key) => !same.includes(key)),
        [],
        name,
      )
    }
    for (const [key, sentence] of Object.entries(others.ar ?? {})) {
      const words = wordsOf(sentence).join(' ').replaceAll(untranslated, '')
      assert.doesNotMatch(words, /[A-Za-z]/, `ar: ${key}`)
    }
  })

  it('hold no number and no words in capitals only', () => {
    for (const [name, file] of Object.entries({ en: english, ...others })) {
      for (const [key, sentence] of Object.entries(file)) {
        const words = wordsOf(sentence).join(' ').replaceAll(untranslated, '')
        assert.doesNotMatch(words, /\p{N}|\b\p{Lu}{2,}\b/u, `${name}: ${key}`)
      }
    }
  })

  it('have a form for every plural of their language', () => {
    for (const { name, tag } of localesOf({ pseudoLocales: false })) {
      // French and Spanish have a form of their own for whole millions, which pages never count to.
      const rules = new Intl.PluralRules(tag)
      const categories = new Set(Array.from({ length: 10_000 }, (_, count) => rules.select(count)))
      const file: LocaleFile = name === 'en' ? english : (others[name] ?? {})
      for (const [key, sentence] of Object.entries(file)) {
        const message = parseMessage(sentence)
        if (message.type !== 'select') continue
        const keys = message.variants.map(({ keys: [first] }) =>
          first?.type === 'literal' ? first.value : 'other',
        )
        const missing = [...categories].filter((category) => !keys.includes(category))
        assert.deepEqual(missing, [], `${name}: ${key}`)
      }
    }
  })
})

describe('plurals', () => {
  const counts = [0, 1, 2, 5, 7, 21]
  const saying = (name: string, key: MessageKey, value: string) => {
    const locale = localesOf({ pseudoLocales: false }).find((one) => one.name === name)
    assert.ok(locale)
    const say = sayIn(locale)
    return counts.map((count) => say(key, { [value]: count, time: '…' }))
  }

  it('are right in English and Dutch', () => {
    const minutes = ['0 min', '1 min', '2 min', '5 min', '7 min', '21 min']
    assert.deepEqual(saying('en', 'minutes', 'minutes'), minutes)
    assert.deepEqual(saying('nl', 'minutes', 'minutes'), minutes)
    assert.deepEqual(saying('nl', 'minutes-long', 'minutes').slice(0, 3), [
      ...['0 minuten', '1 minuut', '2 minuten'],
    ])
    assert.deepEqual(saying('nl', 'left', 'paragraphs').slice(0, 3), [
      ...['Dit artikel gaat nog verder', 'Nog 1 alinea, …', 'Nog 2 alinea’s, …'],
    ])
    assert.deepEqual(saying('en', 'count-stories', 'count').slice(1, 3), ['1 story', '2 stories'])
  })

  it('are right in German, French and Spanish, where French counts nothing as one', () => {
    assert.deepEqual(saying('de', 'minutes-long', 'minutes'), [
      ...['0 Minuten', '1 Minute', '2 Minuten', '5 Minuten', '7 Minuten', '21 Minuten'],
    ])
    assert.deepEqual(saying('fr', 'count-stories', 'count'), [
      ...['0 article', '1 article', '2 articles', '5 articles', '7 articles', '21 articles'],
    ])
    assert.deepEqual(saying('es', 'left', 'paragraphs'), [
      'Este artículo continúa',
      'Queda 1 párrafo, …',
      ...[2, 5, 7, 21].map((count) => `Quedan ${count} párrafos, …`),
    ])
  })

  it('are right in Arabic', () => {
    assert.deepEqual(saying('ar', 'minutes', 'minutes'), [
      ...['أقل من دقيقة', 'دقيقة واحدة', 'دقيقتان', '٥ دقائق', '٧ دقائق', '٢١ دقيقة'],
    ])
    assert.deepEqual(saying('ar', 'count-stories', 'count'), [
      ...['لا مقالات', 'مقال واحد', 'مقالان', '٥ مقالات', '٧ مقالات', '٢١ مقالًا'],
    ])
  })
})

describe('the templates', () => {
  const files = globSync('src/web/**/*.ts').filter((file) => !/\.(test|fixture)\.ts$/.test(file))

  it('hold no words of their own', () => {
    const words = files.flatMap((file) =>
      templatesIn(readFileSync(file, 'utf8'))
        .filter((text) => /\p{L}/u.test(text))
        .map((text) => `${file}: ${text}`),
    )
    assert.deepEqual(words, [])
  })

  it('are found by this test at all', () => {
    const hole = '$'.concat('{a}')
    const source = `html\`<p title="${hole}">Read ${hole}<b>on</b></p>\``
    assert.deepEqual(templatesIn(source), ['Read ', 'on'])
  })
})

it('an edition of 20 May 2025 is of that day in every time zone', () => {
  const code = `
    const { localesOf } = await import('./src/web/languages/locales.ts')
    const { tongueOf } = await import('./src/web/languages/tongue.ts')
    const { say, date } = tongueOf(localesOf({ pseudoLocales: false })[1])
    const on = date(Temporal.PlainDate.from('2025-05-20'))
    process.stdout.write(say('story-from', { publication: 'The Harbour Courier', date: on }))`
  for (const zone of ['America/Los_Angeles', 'UTC', 'Pacific/Kiritimati']) {
    const words = ['--input-type=module', '-e', code]
    const { stdout } = spawnSync(process.execPath, words, {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    })
    assert.equal(stdout, 'Dit artikel komt uit The Harbour Courier van 20 mei 2025.', zone)
  }
})

function valuesIn(sentence: string): readonly string[] {
  const names = new Set<string>()
  visit(parseMessage(sentence), {
    value: (value) => {
      if (value.type === 'variable') names.add(value.name)
    },
  })
  return [...names].sort()
}

/** The literal words of all forms of a sentence. */
function wordsOf(sentence: string): readonly string[] {
  const message = parseMessage(sentence)
  const patterns =
    message.type === 'message' ? [message.pattern] : message.variants.map(({ value }) => value)
  return patterns.flat().filter((part) => typeof part === 'string')
}

/** What stands between the tags of the html templates in this source, holes left out. */
function templatesIn(source: string): readonly string[] {
  return literalsIn(source).flatMap((literal) =>
    [...literal.matchAll(/>([^<>]+)(?=<|$)/g)].map(([, text = '']) => text),
  )
}

/** The html templates of a source, each without its holes; those inside a hole come by themselves. */
function literalsIn(source: string): readonly string[] {
  const found: string[] = []
  for (const { index } of source.matchAll(/html`/g)) {
    let text = ''
    let at = index + 'html`'.length
    while (at < source.length && source[at] !== '`') {
      if (source.startsWith('${', at)) at = endOfHole(source, at)
      else text += source[at++]
    }
    found.push(text.replaceAll(/&\w+;/g, ''))
  }
  return found
}

function endOfHole(source: string, from: number): number {
  let depth = 0
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '{') depth += 1
    if (source[at] === '}') depth -= 1
    if (depth === 0 && source[at] === '}') return at + 1
  }
  return source.length
}
