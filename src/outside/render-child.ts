/** The program of the process that opens pictures; see `picture-process.ts`. */
import { checkPicture } from './check-picture.ts'
import type { PictureWork } from './picture-process.ts'
import { renderPicture } from './render-picture.ts'

process.on('message', async ({ bytes, wanted }: PictureWork) => {
  process.send?.(await (wanted === null ? checkPicture(bytes) : renderPicture(bytes, wanted)))
})

// Whoever asked has gone, however he went.
process.on('disconnect', () => process.exit())
// A terminal sends Ctrl-C to all of its processes: this one ends with whoever asked.
process.on('SIGINT', () => {}).on('SIGTERM', () => {})
