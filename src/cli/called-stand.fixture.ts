import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { assemble } from '../assemble.ts'
import { readConfig } from '../config.ts'
import type { Call, Options } from './call.ts'

type Command = (call: Call) => Promise<number>

/** A stand in a folder of its own, on which commands are called; it closes behind the tests of a file. */
export async function calledStand(settings: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-called-'))
  const env = { KIOSK_DATA: folder, KIOSK_TIME_ZONE: 'UTC', ...settings }
  const stand = await assemble(readConfig(env))
  after(async () => {
    await stand[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })
  const around = { from: folder, publicUrl: new URL('http://localhost:3000'), feedMinutes: 15 }
  return {
    stand,
    folder,
    /** The exit code of a command with these words. */
    call: (command: Command, words: readonly string[], options: Options = {}) =>
      command({ ...around, stand, options, words }),
  }
}
