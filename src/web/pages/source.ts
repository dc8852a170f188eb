import { readdir, readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import kiosk from '../../../package.json' with { type: 'json' }
import type { Page } from '../named-page.ts'
import { type Packed, tarOf } from '../tar.ts'

/** What belongs to the program. Named one by one, so that no data or secret is ever packed. */
const program = [
  ...['.ci', '.gitignore', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'bench'],
  ...['bin', 'biome.json', 'demo', 'docs', 'locales', 'migrations', 'package-lock.json'],
  ...['package.json', 'setup.mjs', 'src', 'tests', 'tsconfig.json'],
]

const root = fileURLToPath(new URL('../../../', import.meta.url))
const zipped = promisify(gzip)

/** The source of this very program, packed when it is first asked for. */
export function sendSource(): Page {
  let packing: Promise<Uint8Array<ArrayBuffer>> | null = null
  return async (c) => {
    packing ??= packSource(root)
    const archive = await packing.catch((error: unknown) => {
      packing = null
      throw error
    })
    return c.body(archive, 200, {
      'content-type': 'application/gzip',
      'content-disposition': `attachment; filename="kiosk-${kiosk.version}.tar.gz"`,
      'content-length': String(archive.byteLength),
      'cache-control': 'public, max-age=3600',
    })
  }
}

async function packSource(folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const files: Packed[] = []
  for (const name of program) files.push(...(await filesAt(folder, name)))
  return Buffer.from(await zipped(tarOf(files), { level: 9 }))
}

/** The file of this name, or all files below the folder of this name; none where there is none. */
async function filesAt(folder: string, name: string): Promise<Packed[]> {
  const at = join(folder, name)
  const found = await stat(at).catch(() => null)
  if (found === null) return []
  if (!found.isDirectory()) return [await packed(folder, name)]
  const entries = await readdir(at, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
  return Promise.all(paths.sort().map((path) => packed(folder, path)))
}

async function packed(folder: string, path: string): Promise<Packed> {
  const at = join(folder, path)
  const [body, { mode }] = await Promise.all([readFile(at), stat(at)])
  const name = path.split(sep).join('/')
  return { path: `kiosk-${kiosk.version}/${name}`, body, executable: (mode & 0o100) !== 0 }
}
