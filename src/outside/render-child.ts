/** The program of the process that renders pictures; see `rendering-process.ts`. */
import { renderPicture } from './render-picture.ts'

process.on('message', async (bytes: Uint8Array) => {
  process.send?.(await renderPicture(bytes))
})

// Whoever asked has gone, however he went.
process.on('disconnect', () => process.exit())
