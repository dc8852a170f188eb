import type { Tongue } from '../languages/tongue.ts'
import type { WebSettings } from '../needs.ts'

/** Where machine-readable facts are told, and in which language their words are. */
export interface Site {
  readonly settings: WebSettings
  readonly tongue: Tongue
  /** The path of the stand's own mark, a square PNG. */
  readonly mark: string
}

/** The whole address of a path on this stand. */
export const absolute = ({ settings }: Pick<Site, 'settings'>, path: string): string =>
  settings.publicUrl.origin + path
