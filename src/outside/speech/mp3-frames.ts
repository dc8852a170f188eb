/** Kilobits a second, by the four bits in a header of layer III (ISO 11172-3 and 13818-3). */
const newRates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const oldRates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

export interface Mp3Length {
  readonly samples: number
  readonly sampleRate: number
}

/** How many samples the frames of an MP3 hold; null where it is not made of whole frames only. */
export function mp3Length(bytes: Uint8Array): Mp3Length | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [at, samples, sampleRate] = [0, 0, 0]
  while (at + 4 <= bytes.length) {
    const frame = frameAt(view.getUint32(at))
    if (frame === null || (sampleRate !== 0 && frame.sampleRate !== sampleRate)) return null
    sampleRate = frame.sampleRate
    samples += frame.samples
    at += frame.bytes
  }
  return at === bytes.length && samples > 0 ? { samples, sampleRate } : null
}

function frameAt(header: number) {
  const [sync, version, layer] = [header >>> 21, (header >>> 19) & 3, (header >>> 17) & 3]
  if (sync !== 0x7ff || version === 1 || layer !== 1) return null
  // 3 is MPEG-1; 2 is MPEG-2 at half its rates, 0 is "2.5" at a quarter.
  const isNew = version === 3
  const kilobits = (isNew ? newRates : oldRates)[(header >>> 12) & 15]
  const fullRate = [44_100, 48_000, 32_000][(header >>> 10) & 3]
  if (!kilobits || fullRate === undefined) return null
  const sampleRate = fullRate / (isNew ? 1 : version === 2 ? 2 : 4)
  const samples = isNew ? 1_152 : 576
  const padding = (header >>> 9) & 1
  return {
    samples,
    sampleRate,
    bytes: Math.floor((samples * kilobits * 125) / sampleRate) + padding,
  }
}
