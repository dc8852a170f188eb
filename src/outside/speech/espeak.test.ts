import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import load from '@echogarden/espeak-ng-emscripten'
import { SpeechError, type Voice } from '#narrate'
import { openEspeak, type WarmEngine } from './espeak.ts'
import { espeakVoices, unusable } from './espeak-voices.ts'
import { blockSaying, hear, marked } from './spoken-block.fixture.ts'

const said: Readonly<Record<string, string>> = {
  en: 'The boats lay down in the mud, and nobody had slept.',
  nl: 'De boten lagen in de modder en niemand had geslapen.',
  de: 'Die Boote lagen im Schlamm, und niemand hatte geschlafen.',
  fr: 'Les bateaux reposaient dans la vase et personne ne dormait.',
  es: 'Los barcos yacían en el barro y nadie había dormido.',
  ar: 'كانت القوارب في الطين ولم ينم أحد تلك الليلة.',
}

const voiceNamed = (id: string): Voice => {
  const voice = espeakVoices.find((one) => one.id === id)
  assert.ok(voice, id)
  return voice
}

describe('espeak-ng', () => {
  let engine: WarmEngine
  before(() => {
    engine = openEspeak()
  })
  after(() => engine[Symbol.dispose]())

  it('speaks the six languages of the stand, and tells when each word is heard', async () => {
    for (const [language, text] of Object.entries(said)) {
      const block = blockSaying(text, language)
      const { pcm, sampleRate, marks } = await hear(engine, block, voiceNamed(`espeak/${language}`))
      assert.deepEqual(marked(block, marks), text.split(' '), language)
      const starts = marks.map(({ from }) => from)
      assert.deepEqual(
        starts,
        starts.toSorted((one, other) => one - other),
        language,
      )
      const seconds = pcm.length / sampleRate
      assert.ok(
        starts.every((from) => from >= 0 && from < seconds),
        language,
      )
      assert.ok(
        pcm.some((sample) => Math.abs(sample) > 3_000),
        `${language} is silent`,
      )
    }
  })

  it('points at the very letter that is heard', async () => {
    const block = blockSaying('A B C D')
    const { marks } = await hear(engine, block, voiceNamed('espeak/en'))
    assert.deepEqual(marked(block, marks), ['A', 'B', 'C', 'D'])
  })

  it('speaks with the voice it is asked for, whoever spoke before', async () => {
    const block = blockSaying('Niemand had geslapen.', 'nl')
    const lengthIn = async (id: string) => (await hear(engine, block, voiceNamed(id))).pcm.length
    const first = await lengthIn('espeak/nl')
    const other = await lengthIn('espeak/fr')
    const again = await lengthIn('espeak/nl')
    // It breathes at random: no two of its sounds are quite the same.
    assert.ok(Math.abs(again / first - 1) < 0.02, `${first}, then ${again}`)
    assert.ok(Math.abs(other / first - 1) > 0.05, `${first} and ${other}`)
  })

  it('gives marks in a long text that lie where its later parts are heard', async () => {
    const sentence = 'The tide was late, and the boats lay down in the mud.'
    const block = blockSaying(Array.from({ length: 24 }, () => sentence).join(' '))
    const { pcm, sampleRate, marks } = await hear(engine, block, voiceNamed('espeak/en'))
    assert.equal(marks.length, 24 * 12)
    // Each sentence is as long as the next: twelve words, again and again.
    const starts = marks.filter((_, index) => index % 12 === 0).map(({ from }) => from)
    const each = pcm.length / sampleRate / 24
    for (const [index, from] of starts.entries()) {
      assert.ok(Math.abs(from - index * each) < 0.35, `sentence ${index} is marked at ${from}`)
    }
  })

  it('does not let a story command the engine', async () => {
    const plain = 'Fish & chips < 3 coins.'
    const block = blockSaying(plain)
    const { marks } = await hear(engine, block, voiceNamed('espeak/en'))
    assert.deepEqual(marked(block, marks).at(-1), 'coins.')
    const lengthOf = async (text: string) =>
      (await hear(engine, blockSaying(text), voiceNamed('espeak/en'))).pcm.length
    const bound = 4 * (await lengthOf('One break time is nine two.'))
    assert.ok((await lengthOf('One <break time="9s"/> two.')) < bound)
    const words = 'Two three four five six seven eight.'
    const shouted = await lengthOf(`\u0001400S ${words}`)
    assert.ok(shouted > 0.9 * (await lengthOf(` 400S ${words}`)), 'it speaks as fast as it is told')
  })

  it('stops when nobody listens any more, and speaks the next block', async () => {
    const block = blockSaying('The boats lay down in the mud. '.repeat(60).trim())
    const listener = new AbortController()
    const reason = new Error('gone')
    const pieces = engine.narrate(block, voiceNamed('espeak/en'), listener.signal)
    await assert.rejects(
      async () => {
        for await (const _ of pieces) listener.abort(reason)
      },
      (error) => error === reason,
    )
    const next = await hear(engine, blockSaying('Good morning.'), voiceNamed('espeak/en'))
    assert.ok(next.pcm.length > 0)
  })

  it('refuses a voice that it does not have', async () => {
    const voice = { ...voiceNamed('espeak/nl'), id: 'espeak/xx' }
    await assert.rejects(
      hear(engine, blockSaying('One.'), voice),
      (error) => error instanceof SpeechError && error.fault === 'language',
    )
  })

  it('keeps to a few parts of a text in memory, however long it is', async (context) => {
    if (!existsSync('/proc/self/task')) return context.skip('needs /proc')
    const block = blockSaying('The boats lay down in the mud, and it rained. '.repeat(120).trim())
    await hear(engine, block, voiceNamed('espeak/en'))
    const most = childrenOf(process.pid).map(peakMegabytes)
    assert.ok(most.length > 0)
    assert.ok(Math.max(...most) < 300, `${most} MB`)
  })

  it('works', async () => {
    assert.deepEqual(await engine.probe(), { ok: true })
  })
})

it('every voice of espeak-ng is either offered or left out with a reason', async () => {
  const { eSpeakNGWorker } = await load()
  const worker = new eSpeakNGWorker()
  const there = worker.list_voices().map(({ identifier }) => identifier)
  const offered = new Set(espeakVoices.map(({ identifier }) => identifier))
  assert.deepEqual([...offered, ...Object.keys(unusable)].sort(), there.toSorted())
  assert.equal(new Set(espeakVoices.map(({ id }) => id)).size, espeakVoices.length)
  for (const { identifier, language } of espeakVoices) {
    assert.equal(worker.set_voice(identifier), 0, identifier)
    assert.deepEqual(Intl.getCanonicalLocales(language), [language])
  }
})

it('says in its version which package speaks, so that new sound never mixes with old', () => {
  const file = new URL(import.meta.resolve('@echogarden/espeak-ng-emscripten'))
  const about: { version: string } = JSON.parse(
    readFileSync(new URL('./package.json', file), 'utf8'),
  )
  assert.match(openEspeak().version, new RegExp(`-${RegExp.escape(about.version)}-`))
})

it('a process that crashes costs the block it spoke', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-espeak-'))
  try {
    const program = join(folder, 'crash.mjs')
    await writeFile(program, `process.on('message', () => process.exit(3))`)
    using engine = openEspeak({ program })
    await assert.rejects(
      hear(engine, blockSaying('One.'), voiceNamed('espeak/en')),
      (error) => error instanceof SpeechError && error.fault === 'down',
    )
    assert.equal((await engine.probe()).ok, false)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

function childrenOf(pid: number): readonly string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/)
}

function peakMegabytes(pid: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_024
}
