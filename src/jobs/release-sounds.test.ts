import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HeardText } from '#narrate'
import { heardStand } from './heard-stand.fixture.ts'
import { releaseSounds } from './release-sounds.ts'

/** Sounds whose keys are the words that they say. */
function standWithSounds() {
  const stand = heardStand()
  const told = new Map<string, { revision: number; keys: Set<string> }>()
  const files = new Set<string>()
  const blobOf = (key: string) => `${key}.mp3`
  const keysOf = async ({ blocks }: HeardText) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.html] : []))
  const needs = {
    ...stand.needs,
    narrator: { keysOf },
    sounds: {
      stale: async (ids: readonly string[] | null) =>
        [...told.keys()].filter(
          (id) => (ids?.includes(id) ?? true) && told.get(id)?.revision !== stand.revisionOf(id),
        ),
      async release(id: string, keep: readonly string[]) {
        const all = [...(told.get(id)?.keys ?? [])]
        told.set(id, { revision: stand.revisionOf(id) ?? 0, keys: new Set(keep) })
        if (keep.length === 0) told.delete(id)
        return all.filter((key) => !keep.includes(key)).map(blobOf)
      },
      known: async (blobs: readonly string[]) =>
        new Set(
          blobs.filter((blob) =>
            [...told.values()].some(({ keys }) => keys.has(blob.slice(0, -4))),
          ),
        ),
    },
    files: {
      names: async () => [...files],
      remove: async (name: string) => void files.delete(name),
    },
  }
  const speak = (id: string, ...keys: readonly string[]) => {
    told.set(id, { revision: stand.revisionOf(id) ?? 0, keys: new Set(keys) })
    for (const key of keys) files.add(blobOf(key))
  }
  return { ...stand, needs, files, speak }
}

describe('sounds', () => {
  it('go with a withdrawn story, and with the words that a correction took back', async () => {
    const { needs, print, withdraw, speak, files } = standWithSounds()
    print('a', 'one', 'two')
    print('b', 'three')
    speak('a', 'one', 'two')
    speak('b', 'three')
    const round = await releaseSounds(needs)
    await round()
    assert.equal(files.size, 3)
    print('a', 'one', 'other')
    withdraw('b')
    await round()
    assert.deepEqual([...files], ['one.mp3'])
  })

  it('go also when it happened while nobody followed', async () => {
    const { needs, print, withdraw, speak, files } = standWithSounds()
    print('a', 'one')
    speak('a', 'one')
    withdraw('a')
    await (await releaseSounds(needs))()
    assert.deepEqual([...files], [])
  })

  it('go when their publisher no longer wants them and the story changes', async () => {
    const { needs, state, print, speak, files } = standWithSounds()
    print('a', 'one')
    speak('a', 'one')
    state.permits = { ...state.permits, narration: false }
    print('a', 'one')
    await (await releaseSounds(needs))()
    assert.deepEqual([...files], [])
  })

  it('that nobody knows are swept, but not one that is just being written down', async () => {
    const { needs, print, speak, files } = standWithSounds()
    print('a', 'one')
    files.add('lost.mp3').add('one.mp3')
    const round = await releaseSounds(needs)
    await round()
    assert.equal(files.size, 2)
    speak('a', 'one')
    await round()
    assert.deepEqual([...files], ['one.mp3'])
  })
})
