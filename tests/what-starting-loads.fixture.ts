import { mkdtempSync, rmSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Run as a program of its own: opens an empty stand, asks its front page, and prints as JSON what that
 * took. Packages by their names, with their numbers of files.
 */
const packages = new Set<string>()
const own = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const name = own.exec(found.url)?.[1]
    if (name !== undefined) packages.add(name)
    return found
  },
})

let threads = 0
process.on('worker', () => {
  threads += 1
})

const folder = mkdtempSync(join(tmpdir(), 'kiosk-start-'))
const { assemble } = await import('../src/assemble.ts')
const { readConfig } = await import('../src/config.ts')
const stand = await assemble(readConfig({ KIOSK_DATA: folder, KIOSK_DEMO: 'no' }))
const report = (error: unknown) => {
  throw error
}
const { app } = await stand.openWeb({ report })
const { status } = await app.fetch(new Request('http://localhost/en'))
const processes = process.getActiveResourcesInfo().filter((what) => what === 'ProcessWrap').length
const taken = { status, packages: [...packages].toSorted(), threads, processes }
process.stdout.write(JSON.stringify(taken))
await stand[Symbol.asyncDispose]()
rmSync(folder, { recursive: true })
