import type { CoverCopy } from '#catalogue'
import type { Chance } from './chance.ts'
import type { Palette } from './palettes.ts'
import type { Sheet } from './sheet.ts'

/** One way to set a cover. Its ornament is thrown anew for each edition, and never differs for it. */
export type Recipe = (copy: CoverCopy, palette: Palette, chance: Chance) => Promise<Sheet>
