import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { SpeechError, type SpeechFault, type Voice } from '#narrate'
import { leavesTo } from './loopback.ts'
import {
  json,
  type SpeakingServer,
  saysWav,
  speakingServer,
  wavOf,
} from './speech-server.fixture.ts'
import { openSpeechServer } from './speech-server.ts'
import { blockSaying, hear, marked } from './spoken-block.fixture.ts'

const speech = '/v1/audio/speech'
const captions = '/dev/captioned_speech'
const story = blockSaying('Nobody had slept. The tide was late, and it rained.')

const settingsFor = ({ url }: SpeakingServer) => ({
  url,
  key: 'secret',
  model: 'tts-1',
  voices: [
    { language: 'en', voice: 'alloy' },
    { language: 'nl', voice: 'nova' },
  ],
  patience: 20_000,
})

async function firstVoice(engine: ReturnType<typeof openSpeechServer>): Promise<Voice> {
  const [voice] = await engine.voices()
  assert.ok(voice)
  return voice
}

async function faultOf(
  answer: Parameters<typeof speakingServer>[0][string],
  patience?: number,
): Promise<SpeechError> {
  await using server = await speakingServer({ [speech]: answer })
  const settings = settingsFor(server)
  const engine = openSpeechServer({ ...settings, ...(patience === undefined ? {} : { patience }) })
  const voice = await firstVoice(engine)
  const failed = await hear(engine, story, voice).catch((error: unknown) => error)
  assert.ok(failed instanceof SpeechError, String(failed))
  assert.doesNotMatch(failed.message, /slept|secret/)
  return failed
}

describe('a speech server', () => {
  it('is given one sentence after the other, and its sound is stitched together', async () => {
    await using server = await speakingServer({ [speech]: saysWav })
    const engine = openSpeechServer(settingsFor(server))
    const voice = await firstVoice(engine)
    assert.deepEqual(
      [voice.id, voice.language, voice.name, voice.marks],
      ['server/en/alloy', 'en', 'alloy', 'sentence'],
    )
    const { pcm, sampleRate, marks } = await hear(engine, story, voice)
    const asked = server.asked.filter(({ path }) => path === speech)
    assert.deepEqual(asked[0]?.body, {
      model: 'tts-1',
      input: 'Nobody had slept.',
      voice: 'alloy',
      speed: 1,
      response_format: 'wav',
    })
    assert.equal(asked[0]?.key, 'Bearer secret')
    assert.equal(sampleRate, 24_000)
    // 17 and 33 letters, and a quarter of a second between them.
    assert.equal(pcm.length, 17_000 + 6_000 + 33_000)
    assert.deepEqual(marked(story, marks), [
      'Nobody had slept.',
      'The tide was late, and it rained.',
    ])
    assert.deepEqual(
      marks.map(({ from, to, level }) => [from * 24_000, Math.round(to * 24_000), level]),
      [
        [0, 17_000, 'sentence'],
        [23_000, 56_000, 'sentence'],
      ],
    )
  })

  it('tells words where the server hears them', async () => {
    await using server = await speakingServer({
      [captions]: ({ body }, response) => {
        if (body.input === undefined) return json(response, 422, { detail: [] })
        const words = String(body.input).split(' ')
        json(response, 200, {
          audio: wavOf(words.length * 12_000).toString('base64'),
          audio_format: 'audio/wav',
          timestamps: words.map((word, index) => ({
            word: word.replace('.', ''),
            start_time: index / 2,
            end_time: index / 2 + 0.4,
          })),
        })
      },
    })
    const engine = openSpeechServer(settingsFor(server))
    const voice = await firstVoice(engine)
    assert.equal(voice.marks, 'word')
    const { marks } = await hear(engine, story, voice)
    assert.deepEqual(marked(story, marks), story.text.split(' '))
    assert.deepEqual(
      marks.map(({ from }) => from),
      [0, 0.5, 1, 1.75, 2.25, 2.75, 3.25, 3.75, 4.25, 4.75],
    )
    assert.ok(server.asked.every(({ body }) => body.stream === false || body.input === undefined))
  })

  it('is asked for bare sound when it makes no WAV', async () => {
    await using server = await speakingServer({
      [speech]: ({ body }, response) => {
        if (body.response_format === 'wav') return json(response, 400, { error: 'no wav' })
        response.writeHead(200, { 'content-type': 'audio/pcm;rate=16000' })
        response.end(Buffer.alloc(3_200))
      },
    })
    const engine = openSpeechServer(settingsFor(server))
    const { pcm, sampleRate } = await hear(engine, story, await firstVoice(engine))
    assert.deepEqual([pcm.length, sampleRate], [1_600 + 4_000 + 1_600, 16_000])
    assert.equal(server.asked.filter(({ body }) => body.response_format === 'wav').length, 1)
  })

  it('is never given more than it takes', async () => {
    await using server = await speakingServer({ [speech]: saysWav })
    const engine = openSpeechServer(settingsFor(server))
    const long = blockSaying(`${'and the tide '.repeat(700)}came`)
    const { marks } = await hear(engine, long, await firstVoice(engine))
    const inputs = server.asked.map(({ body }) => String(body.input ?? ''))
    assert.ok(Math.max(...inputs.map(({ length }) => length)) <= 4_096)
    assert.equal(inputs.join(''), long.text)
    assert.equal(marks.length, 1)
  })

  it('has a word for every way to fail', async () => {
    const cases: readonly [number, SpeechFault][] = [
      [401, 'auth'],
      [403, 'auth'],
      [402, 'quota'],
      [404, 'bad-output'],
      [413, 'too-long'],
      [429, 'rate'],
      [500, 'down'],
      [503, 'down'],
    ]
    for (const [status, fault] of cases) {
      const error = await faultOf((_, response) =>
        json(response, status, { error: 'Nobody had slept.' }, { 'retry-after': '12' }),
      )
      assert.equal(error.fault, fault, `${status}`)
      assert.equal(error.retryAfter?.total('seconds'), 12)
    }
    const spent = await faultOf((_, response) =>
      json(response, 429, { error: { code: 'insufficient_quota' } }),
    )
    assert.equal(spent.fault, 'quota')
  })

  it('is not believed when it sends something else', async () => {
    const page = await faultOf((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<h1>Nobody had slept.</h1>')
    })
    assert.equal(page.fault, 'bad-output')
    assert.match(page.message, /web page: is KIOSK_SPEECH_URL right/)
    const mp3 = await faultOf((_, response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg' })
      response.end(Buffer.alloc(100))
    })
    assert.equal(mp3.fault, 'bad-output')
    const moved = await faultOf((_, response) => {
      response.writeHead(307, { location: 'http://elsewhere.example/' }).end()
    })
    assert.equal(moved.fault, 'bad-output')
  })

  it('is given up when it is silent, endless or away', async () => {
    assert.equal((await faultOf(() => {}, 200)).fault, 'timeout')
    const endless = await faultOf((_, response) => {
      response.writeHead(200, { 'content-type': 'audio/wav' })
      const more = () => {
        while (response.writable && response.write(Buffer.alloc(2 ** 20)));
        if (response.writable) response.once('drain', more)
      }
      more()
    }, 20_000)
    assert.equal(endless.fault, 'bad-output')
    const gone = await faultOf((_, response) => response.destroy())
    assert.equal(gone.fault, 'down')
  })

  it('is probed with every voice, and says how to mend it', async () => {
    await using server = await speakingServer({
      [speech]: (asked, response) => {
        if (asked.body.voice === 'nova') json(response, 401, {})
        else saysWav(asked, response)
      },
    })
    const both = openSpeechServer(settingsFor(server))
    const probe = await both.probe()
    assert.equal(probe.ok, false)
    assert.match(JSON.stringify(probe), /does not take the key.*KIOSK_SPEECH_KEY/)
    const { voices, ...settings } = settingsFor(server)
    const one = openSpeechServer({ ...settings, voices: voices.slice(0, 1) })
    assert.deepEqual(await one.probe(), { ok: true })
  })

  it('stands below its address, with or without the /v1', async () => {
    await using server = await speakingServer({ [`/tts${speech}`]: saysWav })
    for (const path of ['tts', 'tts/', 'tts/v1', 'tts/v1/']) {
      const engine = openSpeechServer({ ...settingsFor(server), url: new URL(path, server.url) })
      assert.deepEqual(await engine.probe(), { ok: true }, path)
    }
  })
})

it('text stays on this machine with a server on this machine, and with no other', () => {
  for (const host of ['localhost', '127.0.0.1', '127.9.9.9', '[::1]', 'speech.localhost']) {
    assert.equal(leavesTo(new URL(`http://${host}:8880/`)), null, host)
  }
  for (const host of ['10.0.0.7', '192.168.1.2', 'speech.example', '127.0.0.1.example', '[::2]']) {
    const bare = host.replace(/[[\]]/g, '')
    assert.equal(leavesTo(new URL(`http://${host}/`)), bare)
  }
})
