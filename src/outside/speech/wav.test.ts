import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readRaw, readWav } from './wav.ts'

function wav(
  format: readonly [code: number, channels: number, bits: number],
  data: Buffer,
): Buffer {
  const [code, channels, bits] = format
  const head = Buffer.alloc(36)
  head.write('RIFF')
  head.writeUInt32LE(data.length + 36 + 12, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(code, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(22_050, 24)
  head.writeUInt16LE(bits, 34)
  // A chunk of an odd length comes first, with its byte of padding.
  const list = Buffer.from('LIST\x03\0\0\0abc\0', 'latin1')
  const size = Buffer.alloc(4)
  size.writeUInt32LE(data.length)
  return Buffer.concat([head, list, Buffer.from('data'), size, data])
}

it('reads whole numbers and fractions, and makes one channel of several', () => {
  const shorts = Buffer.from(Int16Array.of(100, 300, -200, -400).buffer)
  const of = (format: readonly [number, number, number], data: Buffer) => {
    const read = readWav(wav(format, data))
    return read === null ? null : [...read.pcm]
  }
  assert.deepEqual(of([1, 1, 16], shorts), [100, 300, -200, -400])
  assert.deepEqual(of([1, 2, 16], shorts), [200, -300])
  assert.deepEqual(of([1, 1, 24], Buffer.from([9, 1, 0, 9, 0xff, 0xff])), [1, -1])
  assert.deepEqual(of([1, 1, 32], Buffer.from([9, 9, 2, 0])), [2])
  assert.deepEqual(of([3, 1, 32], Buffer.from(Float32Array.of(0.5, -9).buffer)), [16_384, -32_767])
  assert.equal(readWav(wav([1, 1, 16], shorts))?.sampleRate, 22_050)
})

it('reads no more than there is, and nothing else', () => {
  const whole = wav([1, 1, 16], Buffer.alloc(8))
  assert.equal(readWav(whole.subarray(0, -3))?.pcm.length, 2)
  for (const strange of [
    wav([85, 1, 16], Buffer.alloc(8)),
    wav([1, 0, 16], Buffer.alloc(8)),
    whole.subarray(0, 30),
    Buffer.from('ID3 and more of it'),
    Buffer.alloc(0),
  ]) {
    assert.equal(readWav(strange), null)
  }
  assert.deepEqual([...readRaw(Buffer.from([1, 0, 0xff, 0xff, 7]), 8_000).pcm], [1, -1])
})
