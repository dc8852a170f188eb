import kiosk from '../../../package.json' with { type: 'json' }
import type { Page } from '../named-page.ts'
import type { AppNeeds } from '../needs.ts'

/** The source of this very program, packed when it is first asked for. */
export function sendSource({ sourceArchive }: Pick<AppNeeds, 'sourceArchive'>): Page {
  let packing: Promise<Uint8Array<ArrayBuffer>> | null = null
  return async (c) => {
    packing ??= sourceArchive()
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
