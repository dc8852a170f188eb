/** Makes files of sound. Implemented in `outside`. */
export interface SoundEncoder {
  /** Its name, version and bit rate; part of every sound's key. */
  readonly id: string
  /**
   * One file, which can be put behind others at the same rate.
   * @param pieces one channel, in order; read as they come
   * @param sampleRate hertz, one of those that MP3 knows
   * @throws what `pieces` throws; RangeError at another rate; an aborted call the signal's reason
   */
  encode(
    pieces: AsyncIterable<Int16Array>,
    sampleRate: number,
    signal: AbortSignal,
  ): Promise<EncodedSound>
}

export interface EncodedSound {
  readonly bytes: Uint8Array
  /** Samples that its frames hold, its beginning and end included. */
  readonly samples: number
  readonly sampleRate: number
}

/**
 * Samples from the start of a sound's first frame to the first sample that was spoken, at every rate:
 * an MP3 encoder begins 576 late (LAME), and every decoder adds 529.
 */
export const leadIn = 1_105
