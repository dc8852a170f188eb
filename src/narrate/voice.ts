/** Who speaks. */
export interface Voice {
  /** Names it on this stand: "espeak/nl", "folder/anna". */
  readonly id: string
  /** The engine it belongs to. */
  readonly engine: string
  /** BCP 47, canonical. */
  readonly language: string
  /** What readers call it; empty for the one voice that an engine has for a language. */
  readonly name: string
  readonly kind: 'formant' | 'neural' | 'server'
  /** The finest moments this voice can tell. */
  readonly marks: 'word' | 'sentence'
  /** Required of a voice that the operator brought. */
  readonly licence?: string
  readonly attribution?: string
}
