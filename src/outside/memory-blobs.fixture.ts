import type { PassingBlobs } from './blobs.ts'

export interface MemoryBlobs extends PassingBlobs {
  readonly kept: Map<string, Buffer>
  /** Every name that was put, in order. */
  readonly puts: string[]
  /** The put with this number, from 1, fails. */
  failAt(put: number): void
}

/** Blobs in memory, for the tests of this part. */
export function memoryBlobs(): MemoryBlobs {
  const kept = new Map<string, Buffer>()
  const puts: string[] = []
  let failing = Number.POSITIVE_INFINITY
  return {
    kept,
    puts,
    failAt: (put) => {
      failing = put
    },
    put: async (name, bytes) => {
      if (puts.push(name) === failing) throw new Error('no room')
      kept.set(name, Buffer.from(bytes))
    },
    has: async (name) => kept.has(name),
    read: async (name) => kept.get(name) ?? null,
    remove: async (name) => void kept.delete(name),
    names: async () => [...kept.keys()],
  }
}
