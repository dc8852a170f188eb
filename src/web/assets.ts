import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundledFiles } from './making/bundled-files.ts'

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

/** The styles with their fonts, the islands with what they fetch later, and the icon. */
export function makeAssets(): Assets {
  using bundled = bundledFiles()
  const there = new Set(readdirSync(bundled.folder))
  const files = new Map<string, Asset>()
  const names = new Map<string, string>()
  for (const hashed of there) {
    if (hashed.endsWith('.br')) continue
    const read = (name: string) => readFileSync(join(bundled.folder, name))
    const brotli = there.has(`${hashed}.br`) ? read(`${hashed}.br`) : null
    files.set(hashed, { type: typeOf(hashed), body: read(hashed), brotli })
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

function typeOf(name: string): string {
  return types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
}
