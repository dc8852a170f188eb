import { join } from 'node:path'
import sharp from 'sharp'
import type { StoodStory } from './stand-check.ts'

interface NamedPicture {
  readonly digest: string
  readonly widths: readonly number[]
}

/** Every picture that a story names has to be there in all its renderings, and to be readable. */
export async function checkPictures(
  folder: string,
  stories: readonly StoodStory[],
  { sound, problems }: { readonly sound: Set<string>; readonly problems: string[] },
): Promise<number> {
  const named = new Map(
    stories
      .flatMap(({ lead_blocks, rest_blocks }) => [lead_blocks, rest_blocks].flatMap(picturesIn))
      .map((picture) => [picture.digest, picture]),
  )
  for (const { digest, widths } of named.values()) {
    for (const name of widths.flatMap((width) => [`${width}.avif`, `${width}.webp`])) {
      const file = join(folder, digest.slice(0, 2), `${digest}-${name}`)
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
