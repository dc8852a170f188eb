import assert from 'node:assert/strict'
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { KeyFileError, openKeyFile } from './key-file.ts'

let root: string
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'kiosk-key-'))
})
after(() => rm(root, { recursive: true }))

describe('the key file of a stand', () => {
  it('is made once, also when two programs start at once, and only its owner reads it', async () => {
    const folder = join(root, 'first')
    const keys = await Promise.all([openKeyFile(folder), openKeyFile(folder), openKeyFile(folder)])
    const again = await openKeyFile(folder)
    for (const key of keys) assert.deepEqual(key, again)
    assert.equal(again.length, 32)
    assert.deepEqual(await readdir(folder), ['secret.key'])
    assert.equal((await stat(join(folder, 'secret.key'))).mode & 0o777, 0o600)
    assert.notDeepEqual(await openKeyFile(join(root, 'second')), again)
  })

  it('is refused when others can read it, or when it holds no secret', async () => {
    const file = join(root, 'first', 'secret.key')
    await chmod(file, 0o644)
    await assert.rejects(openKeyFile(join(root, 'first')), /chmod 600/)
    await chmod(file, 0o600)
    await writeFile(file, 'nothing')
    await assert.rejects(openKeyFile(join(root, 'first')), KeyFileError)
  })
})
