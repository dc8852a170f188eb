import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
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
 * The stand's own fonts as files that the text engine can read: it knows variable fonts but not
 * woff2. They are unpacked into this folder once, for good.
 */
export async function fontFiles(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  return Promise.all([...newsreader, naskh].map((name) => unpacked(folder, resolve(name))))
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
