import { fileURLToPath } from 'node:url'
import { type CoverCopy, type CoverWidth, coverKey, type SocialCopy } from '#catalogue'
import { type AskedProcess, openAskedProcess } from '../asked-process.ts'
import type { BlobStore } from '../blobs.ts'

/** What is sent to the process that draws. */
export type Drawing =
  | { readonly kind: 'cover'; readonly key: string; readonly copy: CoverCopy }
  | { readonly kind: 'social'; readonly key: string; readonly copy: SocialCopy }

export interface DrawnFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** All files of a drawing; without any, what went wrong. */
export interface Drawn {
  readonly files: readonly DrawnFile[]
  readonly failure?: string
}

export interface TypesetterNeeds {
  /** Where the pictures are kept. They can all be drawn again. */
  readonly blobs: BlobStore
  /** A folder for the fonts, unpacked when the first picture is drawn. */
  readonly fonts: string
  /** Told of pictures that could not be stored. */
  readonly report: (error: unknown, where: string) => void
  /** How many drawings may wait at a time. */
  readonly mostWaiting?: number
  readonly process?: AskedProcess<Drawing, Drawn>
}

/** Either is 'busy' when the picture has to be drawn and too many wait already. */
export interface Typesetter {
  /** The cover with this copy, as WebP. */
  cover(copy: CoverCopy, width: CoverWidth): Promise<Uint8Array | 'busy'>
  /** The social picture with this copy, as PNG. */
  social(copy: SocialCopy): Promise<Uint8Array | 'busy'>
}

/** Some ten seconds of work: who comes later is better told to come again. */
const mostWaitingUsually = 100

const program = fileURLToPath(new URL('./draw-child.ts', import.meta.url))

/** Draws pictures when they are first wanted: each once, in all its widths, never two at a time. */
export function openTypesetter(needs: TypesetterNeeds): Typesetter {
  const { blobs, fonts, report, mostWaiting = mostWaitingUsually } = needs
  const process = needs.process ?? openAskedProcess<Drawing, Drawn>({ program, given: [fonts] })
  const underWay = new Map<string, Promise<readonly DrawnFile[]>>()

  async function draw(drawing: Drawing): Promise<readonly DrawnFile[]> {
    const drawn = await process.ask(drawing)
    if (drawn === null || drawn.failure !== undefined) {
      throw new TypesettingError(
        drawing.copy.slug,
        drawn?.failure ?? 'It crashed or took too long.',
      )
    }
    for (const { name, bytes } of drawn.files) {
      // A reader gets what was drawn for him also when it cannot be stored.
      await blobs.put(name, bytes).catch((error) => report(error, `storing ${name}`))
    }
    return drawn.files
  }

  async function read(name: string, drawing: Drawing): Promise<Uint8Array | 'busy'> {
    const there = await blobs.read(name)
    if (there !== null) return there
    const id = `${drawing.kind} ${drawing.key}`
    if (!underWay.has(id) && underWay.size >= mostWaiting) return 'busy'
    const making = underWay.get(id) ?? draw(drawing).finally(() => underWay.delete(id))
    underWay.set(id, making)
    const file = (await making).find((one) => one.name === name)
    if (file === undefined) throw new TypesettingError(drawing.copy.slug, `${name} is missing.`)
    return file.bytes
  }

  return {
    cover(copy, width) {
      const key = coverKey(copy)
      return read(`${key}-${width}.webp`, { kind: 'cover', key, copy })
    },
    social(copy) {
      const key = coverKey(copy)
      return read(`${key}.png`, { kind: 'social', key, copy })
    },
  }
}

/** A picture could not be drawn: a mistake of ours, for no copy should be able to do that. */
class TypesettingError extends Error {
  override readonly name = 'TypesettingError'

  constructor(publication: string, why: string) {
    super(`A picture for ${publication} could not be typeset. ${why}`)
  }
}
