import { addresses } from '../addresses.ts'
import { sendAsset, sendOwnPicture, sendPicture } from '../pages/files.ts'
import { sendManifest } from '../pages/manifest.ts'
import { sendSource } from '../pages/source.ts'
import { sendCover, sendSocial } from '../pages/typeset.ts'
import { knowReader } from '../reader/know-reader.ts'
import type { Routing } from './routing.ts'

/** What is sent as a file: of the program, and pictures. */
export function answerFiles({ app, needs, assets }: Routing): void {
  const know = knowReader(needs)
  app.get(addresses.source, sendSource(needs))
  app.get(addresses.asset, sendAsset(assets))
  app.get(addresses.manifest, sendManifest(needs.settings, assets))
  app.get(addresses.picture, sendPicture(needs), know, sendOwnPicture(needs))
  app.get(addresses.cover, sendCover(needs))
  app.get(addresses.social, sendSocial(needs))
}
