import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf } from '#ground/digest'

const web = fileURLToPath(new URL('../', import.meta.url))
const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url))
const cache = join(modules, '.cache', 'kiosk')

export interface MadeFiles extends Disposable {
  /** Holds the fonts, cut to size; faces.css, which finds them; and the icons. */
  readonly folder: string
}

/**
 * What is too slow to make at every start, and is no source: it is made once for each content of
 * what it is made from, beside the installed packages. Where nothing may be written there, it is
 * made for this one use.
 * @throws when it cannot be made
 */
export function madeFiles(home = cache): MadeFiles {
  const folder = join(home, digestOf(sources()))
  if (existsSync(folder)) return { folder, [Symbol.dispose]: () => {} }
  const draft = draftFolder(home)
  make(draft)
  // A stand may be set up by one user and run by another.
  chmodSync(draft, 0o755)
  try {
    renameSync(draft, folder)
    return { folder, [Symbol.dispose]: () => {} }
  } catch {
    // Not our folder to write in, or another process was first: what it made is the same.
    return { folder: draft, [Symbol.dispose]: () => rmSync(draft, { recursive: true }) }
  }
}

function draftFolder(home: string): string {
  try {
    mkdirSync(home, { recursive: true })
    return mkdtempSync(join(home, 'draft-'))
  } catch {
    return mkdtempSync(join(tmpdir(), 'kiosk-'))
  }
}

/** In a process of its own, for it waits on fonts and pictures, and whoever asks does not wait. */
function make(folder: string): void {
  const program = join(web, 'making', 'make-files.ts')
  const { status, stderr } = spawnSync(process.execPath, [program, folder], { encoding: 'utf8' })
  if (status === 0) return
  rmSync(folder, { recursive: true })
  throw new Error(
    `The stand’s fonts and icons could not be made. Run npm ci and start again.\n${stderr}`,
  )
}

/** The packages in the versions that are installed, and our own words about them. */
function sources(): string {
  const packages = [
    ...['@fontsource-variable/newsreader', '@fontsource-variable/noto-naskh-arabic'],
    ...['@fontsource-variable/atkinson-hyperlegible-next', '@fontsource/opendyslexic'],
    ...['subset-font', 'harfbuzzjs', 'sharp'],
  ].map((name) => join(modules, name, 'package.json'))
  const ours = globSync('{fonts,making}/*.ts', { cwd: web, exclude: ['**/*.test.ts'] }).toSorted()
  const files = [...packages, ...ours.map((name) => join(web, name))]
  return files.map((file) => readFileSync(file, 'utf8')).join('\n')
}
