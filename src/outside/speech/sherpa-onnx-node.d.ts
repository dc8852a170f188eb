/** What we use of sherpa-onnx, whose types are comments. */
declare module 'sherpa-onnx-node' {
  export interface Sound {
    readonly samples: Float32Array
    readonly sampleRate: number
  }

  export interface Speaker {
    readonly sampleRate: number
    generateAsync(wanted: {
      readonly text: string
      readonly sid: number
      readonly speed: number
      readonly enableExternalBuffer: boolean
    }): Promise<Sound>
  }

  export const OfflineTts: {
    createAsync(config: {
      readonly model: Readonly<Record<string, unknown>>
      readonly maxNumSentences: number
    }): Promise<Speaker>
  }
}
