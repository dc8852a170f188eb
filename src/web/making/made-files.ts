import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf } from '#ground/digest'
import { cache, type KeptFolder, keptFolder } from './kept-folder.ts'

const web = fileURLToPath(new URL('../', import.meta.url))
const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url))

/** The fonts, cut to size; faces.css, which finds them; and the icons. */
export function madeFiles(home = cache): KeptFolder {
  return keptFolder({
    home,
    name: digestOf(sources()),
    program: join(web, 'making', 'make-files.ts'),
    what: 'The stand’s fonts and icons',
  })
}

/** The packages in the versions that are installed, and our own words about them. */
function sources(): string {
  const packages = [
    ...['@fontsource-variable/newsreader', '@fontsource-variable/noto-naskh-arabic'],
    ...['@fontsource-variable/atkinson-hyperlegible-next', '@fontsource/opendyslexic'],
    ...['subset-font', 'harfbuzzjs', 'sharp'],
  ].map((name) => join(modules, name, 'package.json'))
  const makers = ['draw-icons.ts', 'make-files.ts'].map((name) => join('making', name))
  const ours = globSync('fonts/*.ts', { cwd: web, exclude: ['**/*.test.ts'] }).toSorted()
  const files = [...packages, ...[...makers, ...ours].map((name) => join(web, name))]
  return files.map((file) => readFileSync(file, 'utf8')).join('\n')
}
