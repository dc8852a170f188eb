import assert from 'node:assert/strict'
import * as disk from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, it } from 'node:test'
import { StorageFullError } from '#ground/storage-full-error'
import { UntrustworthyStorageError } from './blobs.ts'
import type { DiskSteps } from './confirmed-disk.ts'
import { openDiskBlobs } from './disk-blobs.ts'

const name = 'ab12-960.avif'
const bytes = new TextEncoder().encode('the boats lay down')

describe('blobs on disk', () => {
  it('come back as they were put, also after a restart', async () => {
    await using folder = await temporary()
    const blobs = await openDiskBlobs(folder.path)
    assert.equal(await blobs.has(name), false)
    assert.equal(await blobs.read(name), null)
    await blobs.put(name, bytes)
    const again = await openDiskBlobs(folder.path)
    assert.equal(await again.has(name), true)
    assert.deepEqual(new Uint8Array((await again.read(name)) ?? []), bytes)
  })

  it('are written, confirmed, renamed and entered in their folder, in this order', async () => {
    await using folder = await temporary()
    const steps: string[] = []
    const blobs = await openDiskBlobs(join(folder.path, 'data', 'pictures'), watched(steps, folder))
    assert.deepEqual(steps.splice(0), ['sync data/pictures', 'sync data', 'sync .'])
    await blobs.put(name, bytes)
    const shelf = 'data/pictures/ab'
    const usual = ['write draft', 'sync draft', `rename draft ${shelf}/${name}`, `sync ${shelf}`]
    assert.deepEqual(steps.splice(0), [
      ...usual.slice(0, 2),
      'sync data/pictures',
      ...usual.slice(2),
    ])
    await blobs.put(name, bytes)
    assert.deepEqual(steps, usual)
  })

  it('may be put by two at once', async () => {
    await using folder = await temporary()
    const blobs = await openDiskBlobs(folder.path)
    await Promise.all(Array.from({ length: 20 }, () => blobs.put(name, bytes)))
    assert.deepEqual(new Uint8Array((await blobs.read(name)) ?? []), bytes)
    assert.deepEqual(await disk.readdir(join(folder.path, '.incoming')), [])
  })

  it('are not seen before they are whole', async () => {
    await using folder = await temporary()
    const torn: DiskSteps = {
      ...disk,
      open: async (path, flags) => {
        const file = await disk.open(path, flags)
        const writeFile = async (all: Uint8Array) => {
          await file.writeFile(all.subarray(0, 3))
          throw new Error('the power failed')
        }
        return flags === 'r'
          ? file
          : { writeFile, sync: () => file.sync(), close: () => file.close() }
      },
    }
    const blobs = await openDiskBlobs(folder.path, torn)
    await assert.rejects(blobs.put(name, bytes), /power/)
    assert.equal(await blobs.has(name), false)
    assert.equal(await blobs.read(name), null)
  })

  it('are refused by a full disk, and taken again when there is room', async () => {
    await using folder = await temporary()
    const full = { now: false }
    const blobs = await openDiskBlobs(folder.path, failing(full, 'writeFile', 'ENOSPC'))
    full.now = true
    await assert.rejects(blobs.put(name, bytes), StorageFullError)
    assert.deepEqual(await disk.readdir(join(folder.path, '.incoming')), [])
    full.now = false
    await blobs.put(name, bytes)
    assert.equal(await blobs.has(name), true)
  })

  it('are refused for good once the disk has failed to confirm one', async () => {
    await using folder = await temporary()
    const fault = { now: false }
    const blobs = await openDiskBlobs(folder.path, failing(fault, 'sync', 'EIO'))
    await blobs.put('cd34-480.webp', bytes)
    fault.now = true
    await assert.rejects(blobs.put(name, bytes), UntrustworthyStorageError)
    fault.now = false
    await assert.rejects(blobs.put(name, bytes), { code: 'storage.untrustworthy' })
    assert.equal(await blobs.has(name), false)
    assert.equal(await blobs.has('cd34-480.webp'), true)
  })

  it('can go again, and are listed while they are there', async () => {
    await using folder = await temporary()
    const blobs = await openDiskBlobs(folder.path)
    assert.deepEqual(await blobs.names(), [])
    await blobs.put(name, bytes)
    await blobs.put('cd34-480.webp', bytes)
    assert.deepEqual((await blobs.names()).toSorted(), [name, 'cd34-480.webp'])
    await blobs.remove(name)
    await blobs.remove(name)
    await blobs.remove('../secret.txt')
    assert.deepEqual(await blobs.names(), ['cd34-480.webp'])
    assert.equal(await blobs.read(name), null)
  })

  it('have names that lead nowhere else', async () => {
    await using folder = await temporary()
    await disk.writeFile(join(folder.path, 'secret.txt'), 'secret')
    const blobs = await openDiskBlobs(join(folder.path, 'pictures'))
    const names = [
      '../secret.txt',
      '..%2fsecret.txt',
      'ab/../../../secret.txt',
      '/etc/passwd',
      'ab\\..\\secret.txt',
      'ab12.avif\0.txt',
      'ab12.avif\n',
      '.incoming',
      'AB12.avif',
      'ab12',
      'a.b',
      '',
      `${'a'.repeat(300)}.avif`,
    ]
    for (const strange of names) {
      await assert.rejects(blobs.put(strange, bytes), TypeError)
      assert.equal(await blobs.has(strange), false)
      assert.equal(await blobs.read(strange), null)
    }
  })

  it('leave no remains of a crash for longer than an hour', async () => {
    await using folder = await temporary()
    await openDiskBlobs(folder.path)
    const [old, young] = ['old', 'young'].map((file) => join(folder.path, '.incoming', file))
    assert.ok(old !== undefined && young !== undefined)
    await Promise.all([old, young].map((path) => disk.writeFile(path, 'half')))
    const twoHoursAgo = Temporal.Now.instant().epochMilliseconds / 1000 - 7_200
    await disk.utimes(old, twoHoursAgo, twoHoursAgo)
    await openDiskBlobs(folder.path)
    assert.deepEqual(await disk.readdir(join(folder.path, '.incoming')), ['young'])
  })
})

interface Folder extends AsyncDisposable {
  readonly path: string
}

async function temporary(): Promise<Folder> {
  const path = await disk.mkdtemp(join(await disk.realpath(tmpdir()), 'kiosk-blobs-'))
  const remove = () => disk.rm(path, { recursive: true, force: true })
  return { path, [Symbol.asyncDispose]: remove }
}

/** A disk that writes down what it is asked for, drafts without their random names. */
function watched(steps: string[], { path: root }: Folder): DiskSteps {
  const shown = (path: string) =>
    path.includes('.incoming') ? 'draft' : relative(root, path) || '.'
  return {
    open: async (path, flags) => {
      const file = await disk.open(path, flags)
      return {
        writeFile: (all) => {
          steps.push(`write ${shown(path)}`)
          return file.writeFile(all)
        },
        sync: () => {
          steps.push(`sync ${shown(path)}`)
          return file.sync()
        },
        close: () => file.close(),
      }
    },
    rename: (from, to) => {
      steps.push(`rename ${shown(from)} ${shown(to)}`)
      return disk.rename(from, to)
    },
  }
}

/** A disk on which one step fails while `fault.now`. */
function failing(fault: { now: boolean }, step: 'writeFile' | 'sync', code: string): DiskSteps {
  const fail = () => Promise.reject(Object.assign(new Error(code), { code }))
  return {
    ...disk,
    open: async (path, flags) => {
      const file = await disk.open(path, flags)
      return {
        writeFile: (all) => (fault.now && step === 'writeFile' ? fail() : file.writeFile(all)),
        sync: () => (fault.now && step === 'sync' ? fail() : file.sync()),
        close: () => file.close(),
      }
    },
  }
}
