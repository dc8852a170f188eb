import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { buildSync, type OutputFile } from 'esbuild'
import { madeFiles } from './making/made-files.ts'

export interface Asset {
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
  /** Brotli at its strongest, where the file shrinks by it: made once, so it may take its time. */
  readonly brotli: Uint8Array<ArrayBuffer> | null
}

export interface Assets {
  /** Where the page finds the file with this plain name: "stand.css". */
  readonly address: (name: string) => string
  readonly file: (hashedName: string) => Asset | null
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/**
 * Bundles the styles with their fonts, the islands with what they fetch later, and the icon; a name
 * holds a hash of the content.
 */
export function makeAssets(): Assets {
  const files = new Map<string, Asset>()
  const names = new Map<string, string>()
  for (const made of bundle()) {
    const hashed = made.path.split(/[/\\]/).at(-1) ?? ''
    files.set(hashed, assetFrom(made, hashed))
    names.set(hashed.replace(/-[A-Z0-9]{8}(?=\.)/, ''), hashed)
  }
  return {
    file: (hashedName) => files.get(hashedName) ?? null,
    address: (name) => {
      const hashed = names.get(name)
      if (hashed === undefined) throw new Error(`There is no asset called ${name}`)
      return `/assets/${hashed}`
    },
  }
}

function bundle(): readonly OutputFile[] {
  using made = madeFiles()
  const pictures = ['icon.svg', 'icon-180.png', 'icon-192.png', 'icon-512.png']
  const { outputFiles } = buildSync({
    absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
    entryPoints: [
      ...['styles/collection.css', 'styles/desk.css'],
      ...[
        'styles/stand.css',
        'styles/queue.css',
        'styles/search.css',
        'styles/translation.css',
        'styles/keeping.css',
        'styles/publication.css',
        'islands/stand.ts',
      ],
      ...[...pictures, 'icon-maskable-512.png'].map((name) => join(made.folder, name)),
    ],
    // What the style sheet calls its fonts by: they are not here, but where they were made.
    alias: { made: made.folder },
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
  return outputFiles
}

function assetFrom({ contents }: OutputFile, name: string): Asset {
  const extension = name.split('.').at(-1) ?? ''
  const body = Buffer.from(contents)
  const packed = extension === 'woff2' || extension === 'png'
  const brotli = packed ? null : Buffer.from(brotliCompressSync(body))
  return { type: types[extension] ?? 'application/octet-stream', body, brotli }
}
