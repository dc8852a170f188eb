import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, it } from 'node:test'
import { Blob, Face as Font } from 'harfbuzzjs'
import subsetFont from 'subset-font'
import { makeAssets } from '../assets.ts'
import { cutFace, lettersIn, ruleOf } from './cut-face.ts'
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

  it('have every letter that a browser asks them for', async () => {
    const { resolve } = createRequire(import.meta.url)
    for (const { name, from, range } of faces) {
      const whole = readFileSync(resolve(from))
      const cut = await subsetFont(whole, lettersIn(range), { targetFormat: 'sfnt' })
      const has = new Set(new Font(new Blob(cut), 0).collectUnicodes())
      // A space and a hyphen that are not broken or not seen are drawn without letters of their own.
      const wanted = lettersIn(range).replaceAll(/[\u00A0\u00AD]/g, '')
      const lacking = [...wanted].filter((letter) => !has.has(letter.codePointAt(0) ?? 0))
      assert.deepEqual(lacking, [], name)
    }
  })

  it('keep their notices, and no name that their maker reserves for the whole font', async () => {
    for (const [name, notice] of [
      ['newsreader-latin', /^Copyright 2020 The Newsreader Project Authors/],
      ['hyperlegible', /^Copyright 2020-2024 The Atkinson Hyperlegible Next Project Authors/],
      ['dyslexic', /Abbie Gonzalez.*Reserved Font Name OpenDyslexic/s],
      ['dyslexic-bold', /Abbie Gonzalez.*Reserved Font Name OpenDyslexic/s],
    ] as const) {
      const face = faces.find((one) => one.name === name)
      assert.ok(face)
      const unpacked = await subsetFont(Buffer.from(await cutFace(face)), 'Aé', {
        targetFormat: 'sfnt',
        preserveNameIds: [0, 13, 14],
      })
      const font = new Font(new Blob(unpacked), 0)
      const names = font.listNames().map(({ nameId, language }) => ({
        isNotice: [0, 13, 14].includes(nameId),
        text: font.getName(nameId, language),
      }))
      const notices = names.filter(({ isNotice }) => isNotice).map(({ text }) => text)
      assert.match(notices.join('\n'), notice)
      for (const { isNotice, text } of names) if (!isNotice) assert.doesNotMatch(text, /OpenDys/)
      assert.doesNotMatch(unpacked.toString('latin1'), /OpenDyslexic/, name)
    }
  })

  it('that a reader may choose are as small, and are asked for by nobody else', () => {
    for (const name of ['hyperlegible', 'dyslexic', 'dyslexic-bold']) {
      assert.ok(sizeOf(name) <= 21_000, `${name}: ${sizeOf(name)}`)
    }
    const inUse = readFileSync(new URL('../styles/reading.css', import.meta.url), 'utf8')
    const rules = inUse.split('}').filter((rule) => /"Hyperlegible"|"For dyslexia"/.test(rule))
    assert.equal(rules.length, 2)
    for (const rule of rules) assert.match(rule, /data-reading~="face-/)
  })

  it('have no letter twice, so that no page fetches two of a kind for it', () => {
    for (const family of new Set(faces.map((face) => face.family))) {
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
