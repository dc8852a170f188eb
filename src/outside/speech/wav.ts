/** Sound as it came, one channel. */
export interface Pcm {
  readonly pcm: Int16Array
  readonly sampleRate: number
}

interface Format {
  readonly code: number
  readonly channels: number
  readonly sampleRate: number
  readonly bits: number
}

/**
 * Reads a WAV of whole numbers (16, 24 or 32 bits) or of fractions (32 bits); several channels become
 * one. Its own word for its length is not believed: who streams one does not know it.
 * @returns null when it is none of these
 */
export function readWav(bytes: Uint8Array): Pcm | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12 || word(bytes, 0) !== 'RIFF' || word(bytes, 8) !== 'WAVE') return null
  let format: Format | null = null
  for (let at = 12; at + 8 <= bytes.length; ) {
    const [name, said, start] = [word(bytes, at), view.getUint32(at + 4, true), at + 8]
    const size = Math.min(said, bytes.length - start)
    if (name === 'fmt ' && size >= 16) format = formatAt(view, start, size)
    if (name === 'data') {
      return format && samplesOf(new DataView(view.buffer, view.byteOffset + start, size), format)
    }
    at = start + size + (size % 2)
  }
  return null
}

/** Sound without a header: 16 bits, one channel. */
export function readRaw(bytes: Uint8Array, sampleRate: number): Pcm {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pcm = Int16Array.from({ length: bytes.length >> 1 }, (_, index) =>
    view.getInt16(index * 2, true),
  )
  return { pcm, sampleRate }
}

const word = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

function formatAt(view: DataView, at: number, size: number): Format {
  const said = view.getUint16(at, true)
  return {
    // "Extensible" has the real code further on.
    code: said === 0xfffe && size >= 26 ? view.getUint16(at + 24, true) : said,
    channels: view.getUint16(at + 2, true),
    sampleRate: view.getUint32(at + 4, true),
    bits: view.getUint16(at + 14, true),
  }
}

/** Each sample as a number of 16 bits, by code and bits. */
const readers: Readonly<Record<string, (view: DataView, at: number) => number>> = {
  '1/16': (view, at) => view.getInt16(at, true),
  '1/24': (view, at) => view.getInt16(at + 1, true),
  '1/32': (view, at) => view.getInt16(at + 2, true),
  '3/32': (view, at) => Math.max(-1, Math.min(1, view.getFloat32(at, true))) * 32_767,
}

function samplesOf(view: DataView, { code, channels, sampleRate, bits }: Format): Pcm | null {
  const read = readers[`${code}/${bits}`]
  if (read === undefined || channels < 1 || channels > 8 || sampleRate < 1) return null
  const [each, step] = [bits / 8, (bits / 8) * channels]
  const pcm = new Int16Array(Math.floor(view.byteLength / step))
  for (let index = 0; index < pcm.length; index += 1) {
    let sum = 0
    for (let channel = 0; channel < channels; channel += 1) {
      sum += read(view, index * step + channel * each)
    }
    pcm[index] = Math.round(sum / channels)
  }
  return { pcm, sampleRate }
}
