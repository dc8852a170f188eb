import { addresses } from '../addresses.ts'
import type { Assets } from '../assets.ts'
import type { Page } from '../named-page.ts'
import type { WebSettings } from '../needs.ts'
import { forAnyone } from '../page.ts'
import { paper } from '../paper.ts'

/**
 * What a browser asks before it puts the stand on a home screen. One for all languages: it begins
 * at "/", which leads each reader to the language of their choice, also when they change it later.
 */
export function sendManifest(settings: WebSettings, assets: Assets): Page {
  const picture = (name: string, size: string, type: string, purpose = 'any') => ({
    src: assets.address(name),
    sizes: size,
    type,
    purpose,
  })
  const manifest = JSON.stringify({
    id: addresses.root,
    name: settings.name,
    short_name: settings.name,
    lang: settings.language,
    start_url: addresses.root,
    scope: addresses.root,
    // With a way back: the stand has no buttons of its own for it.
    display: 'minimal-ui',
    background_color: paper.light,
    theme_color: paper.light,
    icons: [
      picture('icon.svg', 'any', 'image/svg+xml'),
      picture('icon-192.png', '192x192', 'image/png'),
      picture('icon-512.png', '512x512', 'image/png'),
      picture('icon-maskable-512.png', '512x512', 'image/png', 'maskable'),
    ],
  })
  const headers = { 'content-type': 'application/manifest+json', 'cache-control': forAnyone }
  return (c) => c.body(manifest, 200, headers)
}
