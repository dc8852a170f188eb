import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { assemble } from '../assemble.ts'
import { readConfig } from '../config.ts'
import { UsageError } from './call.ts'
import { shared } from './shared.ts'

describe('lists that readers share, from the command line', () => {
  it('says which there are, and that one which is not there is not', async () => {
    await using opened = new AsyncDisposableStack()
    const folder = await mkdtemp(join(tmpdir(), 'kiosk-shared-'))
    opened.defer(() => rm(folder, { recursive: true }))
    const stand = opened.use(await assemble(readConfig({ KIOSK_DATA: folder })))
    const run = (...words: readonly string[]) => {
      const around = { from: folder, publicUrl: new URL('http://localhost:3000'), feedMinutes: 15 }
      return shared({ ...around, stand, options: {}, words })
    }
    assert.equal(await run(), 0)
    assert.equal(await run('end', 'nothing'), 1)
    assert.equal(await run('end', 'https://stand.example/en/lists/shared/x'), 1)
    await assert.rejects(run('begin'), UsageError)
    await assert.rejects(run('end'), UsageError)
  })
})
