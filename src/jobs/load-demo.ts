import { existsSync } from 'node:fs'
import { glob, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Progress } from '#desk'
import type { AfterwardsNeeds } from './demo-afterwards.ts'
import type { DemoCollectionNeeds } from './demo-collections.ts'
import { type ImportNeeds, importSource } from './import-source.ts'

export type DemoNeeds = ImportNeeds & AfterwardsNeeds & DemoCollectionNeeds

/** The folder of a demo publication that holds what its stories were corrected to. */
const corrections = 'corrections'

const ours = join(import.meta.dirname, '../../demo')

/**
 * The publications of the demo stand, by their folder, which is their slug; none in a copy of the
 * program that came without them.
 */
export async function demoPublications(folder: string = ours): Promise<string[]> {
  if (!existsSync(folder)) return []
  const inside = await readdir(folder, { withFileTypes: true })
  return inside
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** How many stories the demo has. */
export async function demoSize(folder: string = ours): Promise<number> {
  const files = await Array.fromAsync(glob('*/*/*.md', { cwd: folder }))
  return files.filter((file) => !file.includes(corrections)).length
}

/**
 * Puts the demo on the stand, then corrects and withdraws what its `afterwards.json` says, and puts
 * together the collections of its `collections.json`. What is there already is left as it is, so that a demo that was loaded half is loaded to its end.
 * @throws DemoError when the demo is not as it has to be
 */
export async function* loadDemo(needs: DemoNeeds, folder: string = ours): AsyncGenerator<Progress> {
  const how = { said: {}, door: null, publishAt: null, editionName: '' }
  for (const slug of await demoPublications(folder)) {
    yield* importSource(needs, { source: join(folder, slug), passOver: [corrections], ...how })
  }
  const { doAfterwards } = await import('./demo-afterwards.ts')
  await doAfterwards(needs, folder)
  const { collectDemo } = await import('./demo-collections.ts')
  await collectDemo(needs, folder)
}
