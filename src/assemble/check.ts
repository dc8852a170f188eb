import type { Probe } from '#ground/probe'

/** Something that the stand was given to work with, and whether it works. */
export interface Check {
  /** What readers would miss. */
  readonly tool: 'Listen' | 'Translate'
  /** "espeak", "folder/anna", "server". */
  readonly name: string
  readonly probe: Probe
  /** The host that is sent the text of stories; null when it stays on this machine. */
  readonly sendsTextTo: string | null
  /** What it offers and what it leaves out, a line each. */
  readonly offers: readonly string[]
}
