import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { SpeechError } from '#narrate'
import { type FolderOptions, openFolderVoice } from './folder-voice.ts'
import { blockSaying, hear, marked } from './spoken-block.fixture.ts'
import { readVoiceFolder } from './voice-folder.ts'

const card = {
  engine: 'piper',
  lang: 'nl_be',
  name: 'Anna',
  model: 'anna.onnx',
  tokens: 'tokens.txt',
  licence: 'CC-BY-4.0',
  attribution: 'Read by Anna',
}

const standIn: FolderOptions = {
  module: new URL('./sherpa.fixture.mjs', import.meta.url).href,
  patience: 20_000,
}

describe('the folder of voices', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kiosk-voices-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  async function put(name: string, said: object | string, model = 'good'): Promise<void> {
    const at = join(folder, name)
    await mkdir(at, { recursive: true })
    await writeFile(join(at, 'voice.json'), typeof said === 'string' ? said : JSON.stringify(said))
    await writeFile(join(at, 'anna.onnx'), model)
    await writeFile(join(at, 'tokens.txt'), '')
  }

  async function onlyVoice() {
    const { voices, refused } = await readVoiceFolder(folder)
    assert.deepEqual(refused, [])
    const [voice] = voices
    assert.ok(voice)
    return voice
  }

  it('is read card by card', async () => {
    await put('anna', card)
    const { version: _, ...voice } = await onlyVoice()
    const at = join(folder, 'anna')
    assert.deepEqual(voice, {
      name: 'anna',
      title: 'Anna',
      language: 'nl-BE',
      licence: 'CC-BY-4.0',
      attribution: 'Read by Anna',
      model: { vits: { model: join(at, 'anna.onnx'), tokens: join(at, 'tokens.txt') } },
      speaker: 0,
      sampleRate: null,
    })
  })

  it('may be missing', async () => {
    const nothing = { voices: [], refused: [] }
    assert.deepEqual(await readVoiceFolder(join(folder, 'none')), nothing)
  })

  it('gives a voice another version when its model or its card changes', async () => {
    await put('anna', card)
    const { version } = await onlyVoice()
    assert.equal((await onlyVoice()).version, version)
    await utimes(join(folder, 'anna', 'anna.onnx'), 1, 1)
    const touched = (await onlyVoice()).version
    assert.notEqual(touched, version)
    await put('anna', { ...card, speaker: 1 })
    await utimes(join(folder, 'anna', 'anna.onnx'), 1, 1)
    assert.notEqual((await onlyVoice()).version, touched)
  })

  it('refuses what has no licence, leaves its folder, or cannot be found', async () => {
    const { licence: _, ...unlicensed } = card
    await put('a-unlicensed', unlicensed)
    await put('b-blank', { ...card, licence: ' ' })
    await put('c-outside', { ...card, model: '../../etc/passwd' })
    await put('d-absolute', { ...card, tokens: '/etc/passwd' })
    await put('e-broken', '{')
    await put('f-strange', { ...card, engine: 'siren' })
    await put('g-language', { ...card, lang: 'no language' })
    await put('h-missing', { ...card, model: 'other.onnx' })
    await put('I Anna', card)
    await mkdir(join(folder, 'j-empty'))
    const { voices, refused } = await readVoiceFolder(folder)
    assert.deepEqual(voices, [])
    const whys = new Map(refused.map(({ name, why }) => [name, why]))
    assert.match(whys.get('a-unlicensed') ?? '', /licence/)
    assert.match(whys.get('b-blank') ?? '', /licence/)
    assert.match(whys.get('c-outside') ?? '', /model: must be a file of its own folder/)
    assert.match(whys.get('d-absolute') ?? '', /tokens: must be a file of its own folder/)
    assert.match(whys.get('f-strange') ?? '', /engine/)
    assert.match(whys.get('g-language') ?? '', /lang: must be a language tag/)
    assert.match(whys.get('h-missing') ?? '', /not there: model/)
    assert.match(whys.get('j-empty') ?? '', /no voice\.json/)
    assert.equal(refused.length, 10)
  })

  it('speaks sentence by sentence, in a process of its own', async () => {
    await put('anna', { ...card, speaker: 1 })
    using engine = openFolderVoice(await onlyVoice(), standIn)
    const [voice] = await engine.voices()
    assert.ok(voice)
    assert.deepEqual(
      [voice.id, voice.name, voice.kind, voice.marks, voice.licence],
      ['folder/anna', 'Anna', 'neural', 'sentence', 'CC-BY-4.0'],
    )
    const block = blockSaying('Goed zo. Morgen weer.', 'nl')
    const { pcm, sampleRate, marks } = await hear(engine, block, voice)
    assert.equal(sampleRate, 16_000)
    assert.equal(pcm.length, 800 + 4_000 + 1_200)
    // Too loud a sample is the loudest there is.
    assert.deepEqual([pcm[0], pcm[1]], [32_767, 16_383])
    assert.deepEqual(marked(block, marks), ['Goed zo.', 'Morgen weer.'])
    assert.deepEqual(
      marks.map(({ from, to }) => [from, to]),
      [
        [0, 0.05],
        [0.3, 0.375],
      ],
    )
    assert.deepEqual(await engine.probe(), { ok: true })
  })

  it('says what is wrong with a voice that cannot speak', async () => {
    const mends: readonly [model: string, said: object, why: RegExp][] = [
      ['bad', card, /cannot be loaded: Please check your config!/],
      ['crash', card, /crashed or took too long/],
      ['good', { ...card, sampleRate: 22_050 }, /16000 samples a second, not the 22050/],
    ]
    for (const [model, said, why] of mends) {
      await put('anna', said, model)
      using engine = openFolderVoice(await onlyVoice(), standIn)
      const probe = await engine.probe()
      assert.ok(!probe.ok)
      assert.match(probe.why, why)
    }
  })

  it('says how to get what speaks, where it is not installed', async () => {
    await put('anna', card)
    using engine = openFolderVoice(await onlyVoice(), { module: 'sherpa-of-nowhere' })
    const probe = await engine.probe()
    assert.ok(!probe.ok)
    assert.match(`${probe.why}: ${probe.mend}`, /not installed here: Run `npm install/)
    const [voice] = await engine.voices()
    assert.ok(voice)
    await assert.rejects(
      hear(engine, blockSaying('Een.'), voice),
      (error) => error instanceof SpeechError && error.fault === 'down',
    )
  })
})
