import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Progress } from '#desk'
import { type ImportNeeds, importSource } from './import-source.ts'

const folder = join(import.meta.dirname, '../../demo')

/**
 * The publications of the demo stand, by their folder, which is their slug; none in a copy of the
 * program that came without them.
 */
export async function demoPublications(): Promise<string[]> {
  if (!existsSync(folder)) return []
  const inside = await readdir(folder, { withFileTypes: true })
  return inside
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** Puts the demo on the stand. What is there already is left as it is. */
export async function* loadDemo(needs: ImportNeeds): AsyncGenerator<Progress> {
  const how = { said: {}, door: null, publishAt: null, editionName: '' }
  for (const slug of await demoPublications()) {
    yield* importSource(needs, { source: join(folder, slug), ...how })
  }
}
