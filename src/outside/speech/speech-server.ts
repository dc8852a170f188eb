import type { Probe } from '#ground/probe'
import {
  type NarrationEngine,
  type PcmPiece,
  SpeechError,
  type SpokenBlock,
  type Voice,
} from '#narrate'
import { captionedAnswer, heardWords } from './heard-words.ts'
import { leavesTo } from './loopback.ts'
import { type SpokenSentenceSound, sentenceBySentence } from './sentence-by-sentence.ts'
import {
  badOutput,
  demandGood,
  jsonIn,
  openSpeechClient,
  type SpeechAnswer,
} from './speech-client.ts'
import { type Pcm, readRaw, readWav } from './wav.ts'

export interface SpeechServerSettings {
  /** Its address, with or without the `/v1` at the end. */
  readonly url: URL
  readonly key: string | null
  readonly model: string
  readonly voices: readonly { readonly language: string; readonly voice: string }[]
  /** Milliseconds that one sentence may take. */
  readonly patience?: number
}

/** Characters that OpenAI takes at a time; a longer sentence is cut before that. */
const most = 4_000
/** What "pcm" is at OpenAI: nobody says it in the answer. */
const usualRate = 24_000

/**
 * A server that speaks as OpenAI's does (`/v1/audio/speech`), sentence by sentence. Where it also
 * answers at `/dev/captioned_speech`, as Kokoro-FastAPI does, it tells words.
 */
export function openSpeechServer(settings: SpeechServerSettings): NarrationEngine {
  const client = openSpeechClient(settings)
  const voices = settings.voices.map((given) => ({
    given,
    id: `server/${given.language}/${given.voice}`,
  }))
  let captions: boolean | null = null
  let format: 'wav' | 'pcm' = 'wav'

  /** Asked with an empty question, so no text is sent: who knows the address finds fault with it. */
  async function hasCaptions(): Promise<boolean> {
    if (captions !== null) return captions
    const { status } = await client.ask('dev/captioned_speech', {}, AbortSignal.timeout(1_500))
    const has = status === 400 || status === 422
    // Any other answer says nothing of it: the server may be tired, or the key wrong.
    if (has || (status !== 429 && status < 500 && status !== 401)) captions = has
    return has
  }

  const wordsAreTold = () => hasCaptions().catch(() => false)

  async function speak(input: string, voice: string, signal: AbortSignal) {
    const asked = { model: settings.model, input, voice, speed: 1 }
    if (await wordsAreTold()) {
      const more = { response_format: 'wav', stream: false, return_timestamps: true }
      return captioned(
        input,
        await client.ask('dev/captioned_speech', { ...asked, ...more }, signal),
      )
    }
    const answer = await client.ask(
      'v1/audio/speech',
      { ...asked, response_format: format },
      signal,
    )
    if (format === 'wav' && (answer.status === 400 || answer.status === 422)) {
      const again = { ...asked, response_format: 'pcm' }
      const sound = { ...soundIn(await client.ask('v1/audio/speech', again, signal)), words: null }
      format = 'pcm'
      return sound
    }
    return { ...soundIn(answer), words: null }
  }

  async function* narrate(
    block: SpokenBlock,
    voice: Voice,
    signal: AbortSignal,
  ): AsyncGenerator<PcmPiece> {
    const known = voices.find(({ id }) => id === voice.id)?.given.voice
    if (known === undefined) throw new SpeechError('language', `There is no voice "${voice.id}"`)
    yield* sentenceBySentence(block, most, (text) => speak(text, known, signal))
  }

  return {
    id: 'server',
    version: settings.model,
    sendsTextTo: leavesTo(settings.url),
    concurrency: 2,
    narrate,
    async voices() {
      const marks = (await wordsAreTold()) ? 'word' : 'sentence'
      return voices.map(({ id, given: { language, voice: name } }) => {
        return { id, engine: 'server', language, name, kind: 'server', marks }
      })
    },
    probe: () => probe(settings, (voice, signal) => speak('One.', voice, signal)),
  }
}

async function probe(
  { url, voices, patience = 30_000 }: SpeechServerSettings,
  speak: (voice: string, signal: AbortSignal) => Promise<unknown>,
): Promise<Probe> {
  try {
    for (const voice of new Set(voices.map((one) => one.voice))) {
      await speak(voice, AbortSignal.timeout(patience))
    }
    return { ok: true }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const isKey = error instanceof SpeechError && error.fault === 'auth'
    const mend = isKey
      ? 'Set KIOSK_SPEECH_KEY to a key that it knows.'
      : `See that the server at ${url.host} runs, and that KIOSK_SPEECH_URL, KIOSK_SPEECH_MODEL and KIOSK_SPEECH_VOICES are what it wants.`
    return { ok: false, why, mend }
  }
}

function captioned(text: string, answer: SpeechAnswer): SpokenSentenceSound {
  const good = demandGood(answer)
  const read = captionedAnswer.safeParse(jsonIn(good))
  if (!read.success) throw badOutput(good, 'no captioned sound')
  const pcm = readWav(Buffer.from(read.data.audio, 'base64'))
  if (pcm === null) throw badOutput(good, 'sound that is no WAV')
  const { timestamps } = read.data
  return { ...pcm, words: timestamps ? heardWords(text, timestamps) : null }
}

function soundIn(answer: SpeechAnswer): Pcm {
  const good = demandGood(answer)
  const wav = readWav(good.bytes)
  if (wav !== null) return wav
  const raw = /^audio\/(?:pcm|l16|raw|x-raw)\b(?:.*\brate=(\d{4,5})\b)?/i.exec(good.type)
  if (raw === null || good.bytes.length < 2)
    throw badOutput(good, `"${good.type}", which is no WAV`)
  return readRaw(good.bytes, Number(raw[1] ?? usualRate))
}
