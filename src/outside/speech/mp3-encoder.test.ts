import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { leadIn } from '#narrate'
import { type OpenEncoder, openMp3Encoder } from './mp3-encoder.ts'
import { mp3Length } from './mp3-frames.ts'

const unhurried = AbortSignal.timeout(60_000)

async function* tone(samples: number, pieces = 1): AsyncGenerator<Int16Array> {
  const each = Math.floor(samples / pieces)
  for (let piece = 0; piece < pieces; piece += 1) {
    const length = piece === pieces - 1 ? samples - each * (pieces - 1) : each
    yield Int16Array.from(
      { length },
      (_, index) => Math.sin((piece * each + index) * 0.15) * 20_000,
    )
  }
}

async function* one(piece: Int16Array): AsyncGenerator<Int16Array> {
  yield piece
}

describe('the encoder', () => {
  let encoder: OpenEncoder
  before(() => {
    encoder = openMp3Encoder()
  })
  after(() => encoder[Symbol.asyncDispose]())

  it('makes a file of whole frames that hold all that was spoken, at every rate of MP3', async () => {
    for (const rate of [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000]) {
      const { bytes, samples, sampleRate } = await encoder.encode(tone(rate), rate, unhurried)
      assert.equal(sampleRate, rate)
      const frame = rate < 32_000 ? 576 : 1_152
      assert.equal(samples % frame, 0)
      assert.ok(samples >= rate + leadIn && samples < rate + leadIn + 4 * frame, `${rate}`)
      assert.deepEqual(mp3Length(bytes), { samples, sampleRate })
    }
  })

  it('makes files that are one file when they are put together', async () => {
    const files = await Promise.all(
      [5_000, 22_050, 1, 40_000].map((length) => encoder.encode(tone(length), 22_050, unhurried)),
    )
    const together = Buffer.concat(files.map(({ bytes }) => bytes))
    const samples = files.reduce((sum, file) => sum + file.samples, 0)
    assert.deepEqual(mp3Length(together), { samples, sampleRate: 22_050 })
  })

  it('makes the same of the same sound, in however many pieces it came', async () => {
    const whole = await encoder.encode(tone(60_000), 22_050, unhurried)
    const other = encoder.encode(tone(44_100, 3), 22_050, unhurried)
    const pieces = await encoder.encode(tone(60_000, 13), 22_050, unhurried)
    await other
    assert.deepEqual(pieces, whole)
  })

  it('leaves a piece to whoever gave it, which may be part of something larger', async () => {
    const larger = new Int16Array(100_000).fill(9_000)
    const piece = larger.subarray(500, 1_500)
    const alone = await encoder.encode(one(piece.slice()), 22_050, unhurried)
    assert.deepEqual(await encoder.encode(one(piece), 22_050, unhurried), alone)
    assert.deepEqual([larger.length, piece.length], [100_000, 1_000])
  })

  it('throws what its pieces throw, and goes on', async () => {
    async function* broken(): AsyncGenerator<Int16Array> {
      yield new Int16Array(1_000)
      throw new Error('the voice broke')
    }
    await assert.rejects(encoder.encode(broken(), 22_050, unhurried), /the voice broke/)
    await assert.rejects(
      encoder.encode(tone(10), 22_050, AbortSignal.abort(new Error('gone'))),
      /gone/,
    )
    await assert.rejects(encoder.encode(tone(10), 23_000, unhurried), RangeError)
    assert.ok((await encoder.encode(tone(1_000), 22_050, unhurried)).bytes.length > 0)
  })
})

it('the length of an MP3 is told of whole frames only', async () => {
  await using encoder = openMp3Encoder()
  const { bytes } = await encoder.encode(tone(3_000), 22_050, unhurried)
  assert.equal(mp3Length(bytes.subarray(0, -1)), null)
  assert.equal(mp3Length(Buffer.concat([Buffer.from('ID3'), bytes])), null)
  assert.equal(mp3Length(new Uint8Array()), null)
})
