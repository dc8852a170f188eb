import type { CoverLook } from '#catalogue'
import type { Colour } from './sheet.ts'

/** The inks of a publication. */
export interface Palette {
  readonly paper: Colour
  readonly ink: Colour
  /** The colour of bands, spines and large shapes. */
  readonly strong: Colour
  /** What is printed on it. */
  readonly onStrong: Colour
  /** A second colour that sits well on paper and on the strong one. */
  readonly soft: Colour
}

const of = (
  paper: Colour,
  ink: Colour,
  strong: Colour,
  onStrong: Colour,
  soft: Colour,
): Palette => ({ paper, ink, strong, onStrong, soft })

export const palettes: Readonly<Record<CoverLook, readonly Palette[]>> = {
  newspaper: [
    of('#fffcf3', '#1a1815', '#a3261b', '#fff9ef', '#f0e4cf'),
    of('#f7f4ea', '#15181c', '#1c4468', '#f7f4ea', '#dfe3e0'),
    of('#fde9d9', '#221a17', '#7a1f3d', '#fff3ea', '#f6d3bb'),
    of('#f5f6f1', '#141a16', '#1f5a41', '#f8faf4', '#dde6d8'),
    of('#fffdf8', '#171512', '#171512', '#fffdf8', '#f3d34a'),
    of('#fbf5df', '#1e1a12', '#b5540f', '#fff8e6', '#f0dfae'),
    of('#f4f2f5', '#1b1720', '#463181', '#f8f5fb', '#e0d9ea'),
    of('#fff7c9', '#1a1710', '#c4161c', '#ffffff', '#f8e27c'),
  ],
  magazine: [
    of('#17364a', '#f7efdf', '#d2924b', '#1b1206', '#2d5670'),
    of('#ecc45f', '#231903', '#d96b35', '#fff6e0', '#f6dc94'),
    of('#5a1c33', '#fdeee8', '#e38a74', '#2c0a17', '#7b3049'),
    of('#ece5d3', '#1c1b16', '#5e7d53', '#fbf8ee', '#c6cfae'),
    of('#1f4031', '#f5f1df', '#e2b84a', '#1a2117', '#35614b'),
    of('#d5e3ea', '#10222d', '#c8412f', '#fff5ef', '#a9c6d3'),
    of('#f3ece6', '#251a17', '#25488f', '#f6f1ea', '#f0b8a0'),
    of('#22202b', '#f3edf2', '#ef6f5b', '#240d0c', '#44405a'),
    of('#f08a6c', '#2b0f08', '#7d2335', '#ffeadf', '#f8b79d'),
    of('#0f5e63', '#f2f3e6', '#f1d07a', '#10322f', '#2c8083'),
  ],
  journal: [
    of('#e2e7dd', '#1d2620', '#3d5a47', '#f1f4ec', '#c7d1bf'),
    of('#e9e1d0', '#26211a', '#6b4a2b', '#f6efe1', '#d6c8ab'),
    of('#ecdfdb', '#2a1c1c', '#7c2f36', '#f9efec', '#dcc3bd'),
    of('#dae2e9', '#182430', '#274a6d', '#eef3f7', '#bccbd8'),
    of('#ece7cb', '#242112', '#7a6a16', '#faf6e0', '#dad19d'),
    of('#e0dbe7', '#211c2b', '#4c3c73', '#f2eff6', '#c8bfd6'),
  ],
  children: [
    of('#ffd84a', '#23204d', '#f0503c', '#fffbea', '#2aa7c9'),
    of('#7fd0e8', '#1d2452', '#ffcf33', '#1d2452', '#ff6b57'),
    of('#ffb3a0', '#33174a', '#5a3fc0', '#fff3ee', '#ffe169'),
    of('#b6e08a', '#173a2b', '#ff7a3c', '#fffbe9', '#ffe169'),
  ],
}
