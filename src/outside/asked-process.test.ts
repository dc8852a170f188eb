import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openAskedProcess } from './asked-process.ts'

const source = `
  process.on('message', ({ hang }) => hang || process.send(process.pid))
  process.on('disconnect', () => process.exit())
`

describe('a process that is asked', () => {
  let [folder, program] = ['', '']
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kiosk-asked-'))
    program = join(folder, 'pid.mjs')
    await writeFile(program, source)
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const asked = (options: { patience?: number; idleness?: number } = {}) =>
    openAskedProcess<{ hang?: true }, number>({ program, ...options })

  it('is the same one from question to question, also when it was warmed before', async () => {
    const process = asked()
    process.warm()
    process.warm()
    const first = await process.ask({})
    assert.ok(first !== null && isThere(first))
    assert.equal(await process.ask({}), first)
    process.end()
    await gone(first)
  })

  it('ends when it has nothing to do, and another answers the next question', async () => {
    const process = asked({ idleness: 20 })
    const first = await process.ask({})
    assert.ok(first !== null)
    await gone(first)
    assert.notEqual(await process.ask({}), first)
    process.end()
  })

  it('is killed when it takes too long, or when it is ended', async () => {
    const hasty = asked({ patience: 300 })
    assert.equal(await hasty.ask({ hang: true }), null)
    // Where the machine is busy, the next one may take too long as well: only to start.
    let next: number | null = null
    for (let tries = 0; next === null && tries < 30; tries += 1) next = await hasty.ask({})
    assert.ok(next !== null)
    hasty.end()
    const ended = asked()
    await ended.ask({})
    const answer = ended.ask({ hang: true })
    await pause(20)
    ended.end()
    assert.equal(await answer, null)
  })
})

async function gone(pid: number): Promise<void> {
  while (isThere(pid)) await pause(10)
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
