import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { leadIn } from '#narrate'
import { openMp3Encoder } from '#outside'
import { sharedBrowser } from './shared-browser.fixture.ts'

const visiting = await sharedBrowser()
const rate = 22_050
const beepAt = 3_000

/** Silence, a beep, and more silence. */
async function* beep(samples: number): AsyncGenerator<Int16Array> {
  yield Int16Array.from({ length: samples }, (_, at) =>
    at < beepAt || at >= beepAt + 600 ? 0 : Math.sin((at - beepAt) * 0.15) * 24_000,
  )
}

describe('sounds that are put together', () => {
  it('are as long in a browser as we say, and nothing drifts', async () => {
    await using encoder = openMp3Encoder()
    const lengths = Array.from({ length: 19 }, (_, number) => rate + number * 997)
    const sounds = await Promise.all(
      lengths.map((length) => encoder.encode(beep(length), rate, AbortSignal.timeout(60_000))),
    )
    const file = Buffer.concat(sounds.map(({ bytes }) => bytes)).toString('base64')
    await visiting({}, async (page) => {
      const heard = await page.evaluate(heardIn, { file, rate })

      const starts: number[] = []
      let all = 0
      for (const { samples } of sounds) {
        starts.push(all)
        all += samples
      }
      assert.equal(heard.samples, all)
      assert.equal(heard.beeps.length, sounds.length)
      for (const [index, at] of heard.beeps.entries()) {
        const off = at - ((starts[index] ?? 0) + leadIn + beepAt)
        // A beep is heard a sample or two after it begins, for it begins softly.
        assert.ok(off >= 0 && off < 6, `sound ${index} is ${off} samples late`)
      }
    })
  })
})

/** In the browser: how many samples a file has, and where its beeps begin. */
async function heardIn({ file, rate }: { file: string; rate: number }) {
  const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))
  const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes.buffer)
  const samples = sound.getChannelData(0)
  const beeps: number[] = []
  let quiet = 3_000
  for (const [at, sample] of samples.entries()) {
    const isLoud = Math.abs(sample) > 0.15
    if (isLoud && quiet >= 3_000) beeps.push(at)
    quiet = isLoud ? 0 : quiet + 1
  }
  return { samples: samples.length, beeps }
}
