/** Loaded before a proof that has to fail: one file of the program is read with a hole in it. */
import { registerHooks } from 'node:module'
import { breaches } from './breaches.ts'

const breach = breaches[process.env.KIOSK_WALL_BREACH ?? '']
if (breach === undefined) throw new Error('KIOSK_WALL_BREACH names no breach')
const { file, from, to } = breach

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!url.endsWith(`/src/${file}`)) return loaded
    const source = String(loaded.source)
    if (!source.includes(from)) throw new Error(`${file} has changed: mend ${import.meta.filename}`)
    return { ...loaded, source: source.replace(from, to) }
  },
})
