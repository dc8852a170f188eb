/**
 * Stands where sherpa-onnx-node does: the same call, and a beep as long as the text. Its model file
 * says what it does.
 */
import { readFileSync } from 'node:fs'

export class OfflineTts {
  constructor(does) {
    this.does = does
    this.sampleRate = 16_000
  }

  static async createAsync({ model, maxNumSentences }) {
    if (maxNumSentences !== 1 || model.provider !== 'cpu') throw new Error('What is this?')
    const does = readFileSync(model.vits.model, 'utf8')
    if (does === 'bad') throw new Error('Please check your config!')
    return new OfflineTts(does)
  }

  async generateAsync({ text, sid, speed, enableExternalBuffer }) {
    if (enableExternalBuffer || speed !== 1) throw new Error('It would not arrive')
    if (this.does === 'crash') process.exit(9)
    const samples = new Float32Array(text.length * 100).fill(0.25 * (sid + 1))
    samples[0] = 7
    return { samples, sampleRate: 16_000 }
  }
}
