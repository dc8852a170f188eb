import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { withIds } from '#catalogue'
import { openApertium } from '#outside'
import type { ForeignText, Translation, TranslationEngine } from '#translate'
import { translatorWith } from '../../src/translate/translator.fixture.ts'
import { type Apertium, hasApertium, startApertium } from './apertium.fixture.ts'

const patience = Temporal.Duration.from({ seconds: 60 })

const first =
  'El barco <em>negro</em> sale del puerto con <a href="https://a.example/?b&amp;c">12 cajas de pan</a>.'
const second = 'El mercado de Paso Norteño abre a las 7.30; cuesta 1.234 euros &amp; 5 &lt; 6.'
const third = 'Nadie duerme.<br>Todos esperan la marea.'

const story = (paragraphs: readonly string[]): ForeignText => ({
  storyId: 'story',
  revision: 1,
  publicationId: 'tide',
  language: 'es',
  headline: 'La marea baja',
  standfirst: 'Un paseo por el fondo del mar.',
  blocks: withIds(paragraphs.map((html) => ({ kind: 'paragraph', html }))),
  mayTranslate: true,
  mayLeave: false,
})

const missing =
  'apertium, apertium-apy, apertium-spa-cat, cg3 or apertium-lex-tools is not installed'

describe('a Spanish story with Apertium', {
  skip: hasApertium ? false : missing,
  timeout: 120_000,
}, () => {
  let server: Promise<Apertium> | undefined
  after(async () => (await server)?.[Symbol.asyncDispose]())

  /** The real engine, and what it was asked. */
  const listened = async () => {
    server ??= startApertium()
    const engine = await openApertium({ url: (await server).url })
    const asked: string[] = []
    const heard: TranslationEngine = {
      ...engine,
      translate: (call) => {
        asked.push(...call.segments.map(({ content }) => content))
        return engine.translate(call)
      },
    }
    const entries = [{ term: 'Paso Norteño', language: '', target: null }]
    return { asked, ...(await translatorWith([heard], { entries })) }
  }
  const read = (made: Translation | string) => {
    assert.ok(typeof made === 'object', String(made))
    const htmls = made.blocks.map(({ block }) => (block.kind === 'paragraph' ? block.html : ''))
    return { made, htmls }
  }

  it('is there in Catalan, with its links, names and numbers', async () => {
    const { translator } = await listened()
    assert.equal(translator.targets('es', story([])).includes('ca'), true)
    const text = story([first, second, third])
    const { made, htmls } = read(await translator.translate(text, 'ca', patience))
    assert.deepEqual([made.short, made.engine, made.language], [null, 'Apertium', 'ca'])
    assert.match(htmls[0] ?? '', /<em>negre<\/em>/)
    assert.match(htmls[0] ?? '', /<a href="https:\/\/a\.example\/\?b&amp;c">12 caixes de pa<\/a>/)
    assert.match(htmls[1] ?? '', /mercat de Paso Norteño .*1\.234 euros &amp; 5 &lt; 6\./)
    assert.match(htmls[2] ?? '', /^Ningú .*\.<br>Tots .*\.$/)
    assert.deepEqual(
      made.blocks.map(({ flags }) => flags),
      [[], [], []],
    )
    assert.equal(made.headlineFlags.length, 0)
    assert.notEqual(made.headline, text.headline)
  })

  it('has a corrected paragraph translated alone', async () => {
    const { translator, asked } = await listened()
    await translator.translate(story([first, second, third]), 'ca', patience)
    asked.length = 0
    const corrected = story([first, second.replace('7.30', '8.30'), third])
    const { htmls } = read(await translator.translate(corrected, 'ca', patience))
    assert.equal(asked.length, 1)
    assert.match(htmls[1] ?? '', /8\.30/)
  })

  it('works as the operator is told', async () => {
    server ??= startApertium()
    const engine = await openApertium({ url: (await server).url })
    assert.deepEqual(await engine.probe(), { ok: true })
  })
})
