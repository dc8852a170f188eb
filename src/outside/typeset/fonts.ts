import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import subsetFont from 'subset-font'
import { digestOf } from '#ground/digest'
import { newId } from '#ground/ids'

const { resolve } = createRequire(import.meta.url)

const newsreader = ['latin', 'latin-ext', 'vietnamese'].flatMap((letters) =>
  ['normal', 'italic'].map(
    (style) =>
      `@fontsource-variable/newsreader/files/newsreader-${letters}-standard-${style}.woff2`,
  ),
)
const naskh =
  '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2'

/**
 * Gives the text engine the stand's own fonts, for as long as the process lives. It reads variable
 * fonts but not woff2, so they are unpacked into this folder once, for good.
 */
export async function loadFonts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const files = [...newsreader, naskh].map((name) => unpacked(folder, resolve(name)))
  for (const fontfile of await Promise.all(files)) {
    await sharp({ text: { text: 'H', font: 'serif 8', fontfile } })
      .toFormat('raw')
      .toBuffer()
  }
}

async function unpacked(folder: string, packed: string): Promise<string> {
  const bytes = await readFile(packed)
  const name = `${basename(packed, '.woff2')}-${digestOf(bytes).slice(0, 12)}.ttf`
  const path = join(folder, name)
  if (await isThere(path)) return path
  const draft = join(folder, `.${newId()}`)
  await writeFile(draft, await subsetFont(bytes, '', { keepAllGlyphs: true, targetFormat: 'sfnt' }))
  await rename(draft, path)
  return path
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ size }) => size > 0,
    () => false,
  )
