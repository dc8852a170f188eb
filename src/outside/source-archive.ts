import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * What belongs to the program; an operator's own files beside it are nobody's business. The demo's
 * stories are not part of it: the archive is for everybody, and half of them stand behind the wall.
 */
const parts = [
  '.ci',
  '.gitignore',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'bench',
  'bin',
  'biome.json',
  'docs',
  'locales',
  'migrations',
  'package-lock.json',
  'package.json',
  'setup.mjs',
  'src',
  'tests',
  'tsconfig.json',
]

/**
 * The source of the very program that runs, changes and all, as a gzipped tar file: what section
 * 13 of the AGPL asks every stand to offer its readers.
 */
export async function sourceArchive(): Promise<Uint8Array<ArrayBuffer>> {
  const { create } = await import('tar')
  const pack = create({ cwd: root, gzip: true, portable: true, prefix: 'kiosk' }, parts)
  return buffer(pack)
}
