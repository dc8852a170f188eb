import { glob, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { build } from 'esbuild'

/**
 * Run as a program of its own, with an empty folder and that of the made files: bundled-files.ts says
 * what for.
 */
const [folder = '', made = ''] = process.argv.slice(2)
const pictures = ['icon.svg', 'icon-180.png', 'icon-192.png', 'icon-512.png']
const sheets = [
  'stand',
  'collection',
  'desk',
  'keeping',
  'publication',
  'queue',
  'saving',
  'search',
  'translation',
]

const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(new URL('../', import.meta.url)),
  entryPoints: [
    ...sheets.map((name) => `styles/${name}.css`),
    'islands/stand.ts',
    ...[...pictures, 'icon-maskable-512.png'].map((name) => join(made, name)),
  ],
  // What the style sheet calls its fonts by: they are not here, but where they were made.
  alias: { made },
  bundle: true,
  format: 'esm',
  // What an island imports when it is wanted becomes a file of its own.
  splitting: true,
  target: 'es2022',
  minify: true,
  write: false,
  outdir: 'made',
  publicPath: '/assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  // Styles that come with such a file are words in it: wear.ts puts them on.
  loader: { '.later.css': 'text', '.woff2': 'file', '.svg': 'copy', '.png': 'copy' },
  logLevel: 'silent',
})

const packed = /\.(?:woff2|png)$/
const squeeze = promisify(brotliCompress)

await Promise.all(
  outputFiles.map(async ({ path, contents }) => {
    const file = join(folder, basename(path))
    await writeFile(file, contents, { flush: true })
    if (!packed.test(file)) await writeFile(`${file}.br`, await squeeze(contents), { flush: true })
  }),
)

/** Every change of a style leaves one behind; who still has use for an older one makes it again. */
const aDay = 86_400_000

const home = dirname(folder)
for await (const name of glob('bundle-*', { cwd: home })) {
  const { mtimeMs } = await stat(join(home, name))
  if (mtimeMs < Temporal.Now.instant().epochMilliseconds - aDay)
    await rm(join(home, name), { recursive: true })
}
