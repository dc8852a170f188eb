import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { digestOf } from '#ground/digest'
import type { StoodStory } from './stand-check.ts'

interface NamedPicture {
  readonly digest: string
  readonly widths: readonly number[]
}

/**
 * Every picture that a story names has to be there: as it came, to the last byte, or in all its
 * renderings, each of them readable.
 */
export async function checkPictures(
  data: string,
  stories: readonly StoodStory[],
  { sound, problems }: { readonly sound: Set<string>; readonly problems: string[] },
): Promise<number> {
  const named = new Map(
    stories
      .flatMap(({ lead_blocks, rest_blocks }) => [lead_blocks, rest_blocks].flatMap(picturesIn))
      .map((picture) => [picture.digest, picture]),
  )
  for (const { digest, widths } of named.values()) {
    const shelf = digest.slice(0, 2)
    const master = await readFile(join(data, 'masters', shelf, `${digest}.master`)).catch(
      () => null,
    )
    if (master !== null && digestOf(master) === digest) continue
    for (const name of widths.flatMap((width) => [`${width}.avif`, `${width}.webp`])) {
      const file = join(data, 'pictures', shelf, `${digest}-${name}`)
      // A blob is never written again, so once is enough.
      if (sound.has(file)) continue
      const facts = await sharp(file)
        .metadata()
        .catch(() => null)
      if (facts?.width === Number.parseInt(name, 10)) sound.add(file)
      else problems.push(`the picture ${name} of ${digest.slice(0, 8)} is not there`)
    }
  }
  return named.size
}

function picturesIn(blocks: string): NamedPicture[] {
  const all: { kind: string; picture?: NamedPicture }[] = JSON.parse(blocks)
  return all.flatMap(({ kind, picture }) => (kind === 'picture' && picture ? [picture] : []))
}
