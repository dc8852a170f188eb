/** `npm test`: every test, each file in a process of its own; words after it are for Node's runner. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { availableParallelism, freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Many files wait, for a disk, a browser, a process: two at once keep two processors busy. */
const atOnce = Math.max(2, availableParallelism() - 1)

/** What tests keep for a moment is kept in memory, for a disk confirms each write of theirs. */
const folder = mkdtempSync(join(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir(), 'kiosk-tests-'))
const words = ['--test', '--test-reporter=spec', `--test-concurrency=${atOnce}`]
const runner = spawn(process.execPath, [...words, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TMPDIR: folder },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => runner.kill(signal))
}
runner.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.exitCode = code ?? 1
})

/** Containers often have a few megabytes there, and other systems nothing. */
function hasRoom(place: string): boolean {
  const enough = 3 * 2 ** 30
  try {
    const { bavail, bsize } = statfsSync(place)
    return bavail * bsize > enough && freemem() > enough
  } catch {
    return false
  }
}
