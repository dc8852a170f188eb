/** What we use of espeak-ng in WebAssembly, which says nothing about its types. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface SpeechEvent {
    readonly type: string
    /** From 1, in code points of the text as it was given. */
    readonly text_position: number
    /** Milliseconds. */
    readonly audio_position: number
  }

  export interface SpeechWorker {
    /** 0 when it is known; otherwise whoever spoke last goes on. */
    set_voice(identifier: string): number
    /** Words a minute. */
    set_rate(rate: number): void
    list_voices(): readonly { readonly name: string; readonly identifier: string }[]
    /** What is returned stops the speech unless it is false. */
    synthesize(
      ssml: string,
      callback: (samples: Int16Array, events: readonly SpeechEvent[]) => boolean,
    ): void
  }

  export default function load(): Promise<{ readonly eSpeakNGWorker: new () => SpeechWorker }>
}
