import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { textOf as wordsOf } from '#catalogue'
import type { TranslateCall, TranslationEngine } from './engine.ts'
import type { Translation } from './translation.ts'
import { paragraphs, shouter, textOf, translatorWith } from './translator.fixture.ts'

const long = Temporal.Duration.from({ seconds: 20 })
const none = Temporal.Duration.from({ seconds: 0 })

function whole(translation: Translation | string): Translation {
  assert.ok(typeof translation === 'object', String(translation))
  return translation
}

const said = ({ blocks }: Translation) =>
  blocks.map(({ block }) => (block.kind === 'paragraph' ? block.html : block.kind))
const flagged = ({ blocks }: Translation) => blocks.map(({ flags }) => flags.join())

describe('a translation', () => {
  it('has every block in the other language, marks and all, and says who made it', async () => {
    const { engine } = shouter()
    const { translator } = await translatorWith([engine])
    const made = whole(await translator.translate(textOf(), 'nl', long))
    assert.deepEqual(said(made), ['THE <em>BOATS</em> LAY DOWN.', 'ALL 12 OF THEM.'])
    assert.deepEqual(flagged(made), ['', ''])
    assert.deepEqual(
      [made.headline, made.language, made.direction, made.engine, made.short],
      ['LOW WATER', 'nl', 'ltr', 'Shouter', null],
    )
    assert.deepEqual(made.blocks[0]?.original, textOf().blocks[0])
  })

  it('is made once; a correction asks for what it changed and nothing else', async () => {
    const { engine, asked, calls } = shouter()
    const { translator } = await translatorWith([engine])
    await translator.translate(textOf(), 'nl', long)
    await translator.translate(textOf({ storyId: 'other' }), 'nl', long)
    assert.equal(asked().length, 3)
    calls.length = 0
    const corrected = textOf({
      blocks: paragraphs('The <em>boats</em> lay down.', 'All 13 of them.'),
    })
    const made = whole(await translator.translate(corrected, 'nl', long))
    assert.deepEqual(asked(), ['All 13 of them.'])
    assert.deepEqual(said(made), ['THE <em>BOATS</em> LAY DOWN.', 'ALL 13 OF THEM.'])
  })

  it('is made once for all who ask at the same time', async () => {
    const { engine, asked } = shouter()
    const { translator, claims } = await translatorWith([engine])
    const stories = ['a', 'b', 'c']
    await Promise.all(
      stories.map((storyId) => translator.translate(textOf({ storyId }), 'nl', long)),
    )
    assert.equal(asked().length, 3)
    assert.deepEqual(
      stories.map((id) => claims.get(id)?.size),
      [3, 3, 3],
    )
  })

  it('begins anew for a name whose translation changed, and for another version', async () => {
    const one = shouter()
    const entries = [{ term: 'boats', language: '', target: 'boats' as string | null }]
    const { translator } = await translatorWith([one.engine], { entries })
    const first = whole(await translator.translate(textOf(), 'nl', long))
    assert.equal(said(first)[0], 'THE <em>boats</em> LAY DOWN.')
    one.calls.length = 0
    entries[0] = { term: 'boats', language: 'nl', target: 'boten' }
    const second = whole(await translator.translate(textOf(), 'nl', long))
    assert.equal(said(second)[0], 'THE <em>boten</em> LAY DOWN.')
    assert.equal(one.asked().length, 1)
  })

  it('goes in calls that the engine takes', async () => {
    const { engine, calls } = shouter({ maxCharacters: 60, maxSegments: 3 })
    const { translator } = await translatorWith([engine])
    const sentence = 'The boats lay on the sand. '
    const blocks = paragraphs(...'abcdefgh', `<em>${sentence}</em>${sentence.repeat(5)}`)
    const made = whole(await translator.translate(textOf({ blocks }), 'nl', long))
    for (const { segments } of calls) {
      assert.equal(segments.length <= 3, true)
      assert.equal(segments.reduce((sum, { content }) => sum + content.length, 0) <= 60, true)
    }
    assert.equal(said(made).at(-1), sentence.toUpperCase().repeat(6).trim())
    assert.match(flagged(made).at(-1) ?? '', /markup-lost/)
  })

  it('leaves alone what is in a third language, is code, or has no words', async () => {
    const { engine, asked } = shouter()
    const { translator } = await translatorWith([engine])
    const blocks = [
      { id: 'fr', kind: 'paragraph', html: 'La mer.', language: 'fr' },
      { id: 'c', kind: 'code', text: 'x = 1' },
      { id: 'n', kind: 'paragraph', html: '* * *' },
    ] as const
    const made = whole(await translator.translate(textOf({ blocks }), 'nl', long))
    assert.deepEqual(asked(), ['Low water'])
    assert.deepEqual(flagged(made), ['', '', ''])
    assert.deepEqual(made.blocks[0]?.block, blocks[0])
  })
})

describe('marks that an engine mixes up', () => {
  it('are given up for the words, once more asked for, and the block is flagged', async () => {
    const { engine } = shouter()
    const mixed: string[] = []
    const mixing: TranslationEngine = {
      ...engine,
      async translate({ segments }) {
        mixed.push(...segments.map(({ content }) => content))
        return segments.map(({ id, content }) => ({ id, content: `${content}</span>` }))
      },
    }
    const { translator } = await translatorWith([mixing])
    const blocks = paragraphs('The <a href="https://a.example/">boats</a> lay down.')
    const made = whole(await translator.translate(textOf({ blocks }), 'nl', long))
    assert.deepEqual(said(made), ['The boats lay down.<br><a href="https://a.example/">boats</a>'])
    assert.deepEqual(flagged(made), ['markup-lost'])
    assert.deepEqual(mixed, [
      ...['Low water', 'The <span id="x1">boats</span> lay down.', 'The boats lay down.'],
    ])
  })
})

describe('a link', () => {
  it('on other words than it was is flagged, where an engine leaves tags behind', async () => {
    const { engine } = shouter({ protection: 'strange-word' })
    const moved = (content: string) =>
      content.replace(/(<span[^>]*>)RED(<.span>) BIG/, '$1BIG$2 RED')
    const leaving: TranslationEngine = {
      ...engine,
      translate: async (call) =>
        (await engine.translate(call)).map(({ id, content }) => ({ id, content: moved(content) })),
    }
    const blocks = paragraphs(
      '<a href="https://a.example/">red</a> big boat',
      'small <a href="https://a.example/">red</a> boat',
    )
    const { translator } = await translatorWith([leaving])
    const made = whole(await translator.translate(textOf({ blocks }), 'nl', long))
    assert.equal(said(made)[0], '<a href="https://a.example/">BIG</a> RED BOAT')
    assert.deepEqual(flagged(made), ['markup-lost', ''])
  })
})

describe('an engine in trouble', () => {
  it('costs nobody an error: the original stands there, and says that it does', async () => {
    const { engine, state } = shouter()
    state.fault = 'down'
    const { translator, reported } = await translatorWith([engine])
    const made = whole(await translator.translate(textOf(), 'nl', long))
    assert.deepEqual(said(made), ['The <em>boats</em> lay down.', 'All 12 of them.'])
    assert.deepEqual(flagged(made), ['untranslated', 'untranslated'])
    assert.deepEqual([made.short, made.headlineFlags], ['failed', ['untranslated']])
    assert.deepEqual(
      [made.blocks[0]?.block.language, made.blocks[0]?.block.direction],
      ['en', 'ltr'],
    )
    assert.match(reported.join(), /Shouter: EngineError: It does not/)
    assert.doesNotMatch(reported.join(), /boats/)
  })

  it('is left alone after three failures, until its rest is over', async () => {
    const { engine, state, calls } = shouter()
    state.fault = 'bad-output'
    const { translator, pass } = await translatorWith([engine])
    for (let time = 0; time < 6; time += 1) await translator.translate(textOf(), 'nl', long)
    assert.equal(calls.length, 3)
    pass(31)
    state.fault = null
    assert.equal(whole(await translator.translate(textOf(), 'nl', long)).short, null)
  })

  it('hands on to the next in the operator’s order', async () => {
    const first = shouter()
    const second = shouter({ id: 'second', name: 'Second' })
    first.state.fault = 'quota'
    const { translator } = await translatorWith([first.engine, second.engine])
    const made = whole(await translator.translate(textOf(), 'nl', long))
    assert.deepEqual([made.engine, made.short], ['Second', null])
    await translator.translate(textOf(), 'nl', long)
    assert.deepEqual([first.calls.length, second.calls.length], [1, 1])
  })

  it('keeps nobody waiting: the work goes on, and is there when asked again', async () => {
    const { engine, state, calls } = shouter()
    const held = Promise.withResolvers<void>()
    state.hold = held.promise
    const { translator } = await translatorWith([engine])
    const first = whole(await translator.translate(textOf(), 'nl', none))
    assert.deepEqual([first.short, flagged(first)[0]], ['waiting', 'untranslated'])
    held.resolve()
    assert.equal(whole(await translator.translate(textOf(), 'nl', long)).short, null)
    assert.equal(calls.length, 1)
  })

  it('that gave back only some leaves the others as they are', async () => {
    const { engine } = shouter()
    const translate = async (call: TranslateCall) => (await engine.translate(call)).slice(0, 2)
    const half = { ...engine, translate }
    const { translator } = await translatorWith([half])
    const made = whole(await translator.translate(textOf(), 'nl', long))
    assert.deepEqual([made.short, ...flagged(made)], ['failed', '', 'untranslated'])
  })
})

describe('an engine', () => {
  it('is given no more than the month may have', async () => {
    const { engine, calls } = shouter()
    const { translator, taken, reported } = await translatorWith([engine], { most: 100 })
    assert.equal(whole(await translator.translate(textOf(), 'nl', long)).short, null)
    assert.deepEqual(taken[0]?.slice(0, 2), ['shouter', '2031-04'])
    const more = textOf({ blocks: paragraphs('word '.repeat(30)) })
    assert.equal(whole(await translator.translate(more, 'nl', long)).short, 'spent')
    assert.deepEqual([calls.length, reported], [1, []])
  })

  it('elsewhere gets no text whose publisher does not want that', async () => {
    const { engine, calls } = shouter({ sendsTextTo: 'api.example' })
    const { translator } = await translatorWith([engine])
    assert.deepEqual(translator.targets('en', { mayTranslate: true, mayLeave: true }), ['nl'])
    assert.deepEqual(translator.targets('en', { mayTranslate: true, mayLeave: false }), [])
    assert.deepEqual(translator.targets('en', { mayTranslate: false, mayLeave: true }), [])
    assert.equal(await translator.translate(textOf({ mayLeave: false }), 'nl', long), 'forbidden')
    assert.equal(
      await translator.translate(textOf({ mayTranslate: false }), 'nl', long),
      'forbidden',
    )
    assert.equal(calls.length, 0)
  })

  it('serves the languages it has, rough ones where the operator wants them', async () => {
    const { engine } = shouter({ pair: { from: 'en', to: 'nl', grade: 'draft' } })
    const { translator } = await translatorWith([engine])
    assert.equal(await translator.translate(textOf(), 'nl', long), 'no-engine')
    assert.equal(await translator.translate(textOf(), 'en-GB', long), 'same-language')
    const { translator: rough } = await translatorWith([engine], { drafts: true })
    assert.deepEqual(rough.targets('en-GB', textOf()), ['nl'])
    const made = whole(await rough.translate(textOf({ language: 'en-GB' }), 'nl-BE', long))
    assert.equal(wordsOf(said(made)[1] ?? ''), 'ALL 12 OF THEM.')
  })

  it('that does not say what it has is asked again, and the log hears of it once', async () => {
    let isThere = false
    const { engine } = shouter()
    const pairs = async () => {
      if (!isThere) throw new Error('no answer')
      return engine.pairs()
    }
    const { translator, pass, reported, changes } = await translatorWith([{ ...engine, pairs }])
    pass(61)
    await translator.follow()
    assert.deepEqual([reported.length, changes()], [1, 0])
    isThere = true
    pass(61)
    await translator.follow()
    assert.deepEqual([translator.targets('en', textOf()), changes()], [['nl'], 1])
  })
})

it('what was kept can be had without asking anybody', async () => {
  const { engine, calls } = shouter()
  const { translator } = await translatorWith([engine])
  const nothing = whole(await translator.translate(textOf(), 'nl', null))
  assert.deepEqual([nothing.short, calls.length], ['waiting', 0])
  await translator.translate(textOf(), 'nl', long)
  calls.length = 0
  assert.equal(whole(await translator.translate(textOf(), 'nl', null)).short, null)
  assert.equal(calls.length, 0)
})

it('the keys of a text are those its translations are kept by', async () => {
  const { engine } = shouter()
  const { translator, kept } = await translatorWith([engine])
  await translator.translate(textOf(), 'nl', long)
  assert.deepEqual(new Set(await translator.keysOf(textOf())), new Set(kept.keys()))
  const pairs = () => Promise.reject(new Error('no answer'))
  const { translator: unsure } = await translatorWith([engine, { ...engine, id: 'other', pairs }])
  assert.equal(await unsure.keysOf(textOf()), null)
})
