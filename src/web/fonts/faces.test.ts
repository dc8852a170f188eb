import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, it } from 'node:test'
import { makeAssets } from '../assets.ts'
import { lettersIn, ruleOf } from './cut-face.ts'
import { faces } from './faces.ts'

const assets = makeAssets()
const sizeOf = (name: string) => {
  const address = assets.address(`${name}.woff2`)
  return assets.file(address.replace('/assets/', ''))?.body.byteLength ?? Number.POSITIVE_INFINITY
}

const lettersOf = (name: string) => lettersIn(faces.find((face) => face.name === name)?.range ?? '')

describe('the fonts', () => {
  it('are small enough for a first visit, in Latin and in Arabic letters', () => {
    assert.ok(sizeOf('newsreader-latin') <= 30_000)
    assert.ok(sizeOf('newsreader-italic') <= 13_000)
    assert.ok(sizeOf('naskh') + sizeOf('naskh-borrowed') <= 26_000)
  })

  it('have every letter that a browser asks them for', () => {
    const { resolve } = createRequire(import.meta.url)
    for (const { name, from, range } of faces) {
      const [scope, family, , file = ''] = from.split('/')
      const letters = /-((?:latin|arabic|vietnamese)(?:-ext)?)-wght/.exec(file)?.[1] ?? ''
      const table: unknown = JSON.parse(
        readFileSync(resolve(`${scope}/${family}/unicode.json`), 'utf8'),
      )
      assert.ok(typeof table === 'object' && table !== null)
      const has = new Set(lettersIn(String(Reflect.get(table, letters)).replaceAll(/,\s*/g, ', ')))
      const lacking = [...lettersIn(range)].filter((letter) => !has.has(letter))
      assert.deepEqual(lacking, [], name)
    }
  })

  it('have no letter twice, so that no page fetches two of a kind for it', () => {
    for (const family of ['Newsreader', 'Noto Naskh', 'Noto Naskh Persian']) {
      for (const style of ['normal', 'italic']) {
        const alike = faces.filter((face) => face.family === family && face.style === style)
        const regular = alike.filter(({ usedFor }) => usedFor.min === 400)
        const letters = regular.flatMap(({ range }) => [...lettersIn(range)])
        assert.equal(new Set(letters).size, letters.length, `${family} ${style}`)
      }
    }
  })

  it('write Arabic, Persian and Urdu each from one file, with their signs and digits', () => {
    const borrowed = lettersOf('naskh-borrowed')
    const lacking = (text: string, name: string) => {
      const letters = new Set([...lettersOf(name), ...borrowed])
      return [...text].filter((letter) => !letters.has(letter))
    }
    assert.deepEqual(
      lacking('أهلًا وسهلًا، يا ذا الجلال؟ «٩٫٨٪» پاريس ڤيينا ٢٠٢٦ (2026)', 'naskh'),
      [],
    )
    assert.deepEqual(lacking('گچ‌پژ یک ۱۲۳ ٹڈڑںھہےۓ ﷺ ټځډښ', 'naskh-persian'), [])
  })

  it('write the languages of the interface and of their neighbours', () => {
    const letters = new Set(faces.flatMap(({ range }) => [...lettersIn(range)]))
    const written = 'Œuvre, ¿señor?, größer, ẞ, Łódź, Čeština, İstanbul, Ștefan, ő, Việt Nam, Ÿ'
    assert.deepEqual(
      [...written].filter((letter) => !letters.has(letter)),
      [],
    )
  })

  it('are found by the style sheet by name, weight and letters', () => {
    const [face] = faces
    assert.ok(face)
    const rule = ruleOf({ ...face, range: 'U+0041' })
    assert.match(rule, /font-weight: 400 700;/)
    assert.match(rule, /src: url\("\.\/newsreader-latin\.woff2"\) format\("woff2"\);/)
    assert.match(rule, /unicode-range: U\+0041;/)
  })
})

it('a range is read as a style sheet writes it', () => {
  assert.equal(lettersIn('U+0041-0043, U+0660'), 'ABC٠')
})
