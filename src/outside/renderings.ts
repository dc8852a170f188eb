import { type KeptPicture, pictureFile, pictureFormats, renderingNamed } from '#catalogue'
import { type BlobStore, masterName, type PassingBlobs } from './blobs.ts'
import { readFacts } from './picture-facts.ts'
import { openPictureProcess, type PictureProcess } from './picture-process.ts'
import type { WantedRendering } from './render-picture.ts'
import { openTurns } from './turns.ts'

export interface RenderingNeeds {
  readonly blobs: BlobStore
  readonly masters: PassingBlobs
  /** Told of masters that cannot be read and of renderings that could not be stored. */
  readonly report: (error: unknown, where: string) => void
  /** How many readers' renderings may wait at a time. */
  readonly mostWaiting?: number
  /** Where renderings are made: those that a reader waits for, and the others. */
  readonly soon?: PictureProcess
  readonly atLeisure?: PictureProcess
}

export interface Renderings {
  /**
   * The rendering of this name (`pictureFile`), made now if it never was; null when the picture is
   * not kept, or not in this width; 'busy' when too many wait already.
   */
  read(name: string): Promise<Uint8Array | 'busy' | null>
  /**
   * Makes what is missing of a picture, behind everything that readers wait for, and then lets its
   * master go: renderings are all that anybody is ever sent, and a master may say where and by
   * whom it was taken.
   */
  finish(digest: string, signal: AbortSignal): Promise<Finish>
  /** The digests of pictures whose renderings are not all made. */
  unfinished(): Promise<readonly string[]>
}

/** `not-stored`: there is no room, or no trust in the disk, and more tries would be in vain. */
export type Finish = 'whole' | 'no-master' | 'not-stored' | 'interrupted'

interface Made {
  /** Null when the master is gone or broken. */
  readonly bytes: Uint8Array | null
  readonly isStored: boolean
}

/** Some ten seconds of work: who comes later is better told to come again. */
const mostWaitingUsually = 64

/** Milliseconds for which a broken master is left alone: a sick machine may get well again. */
const leaveAlone = 600_000

/** Makes renderings of kept pictures when they are first wanted; each once, and never two at a time. */
export function openRenderings({ blobs, masters, report, ...given }: RenderingNeeds): Renderings {
  const { mostWaiting = mostWaitingUsually } = given
  const soon = { process: given.soon ?? openPictureProcess(), turns: openTurns() }
  const leisure = given.atLeisure ?? openPictureProcess({ humble: true })
  const atLeisure = { process: leisure, turns: openTurns() }
  const underWay = new Map<string, Promise<Made>>()
  const brokenSince = new Map<string, number>()

  const isBroken = (digest: string) =>
    performance.now() - (brokenSince.get(digest) ?? -leaveAlone) < leaveAlone

  /** Joins who makes it already; the others wait their turn with empty hands. */
  function make(name: string, wanted: WantedRendering, { process, turns }: typeof soon) {
    const begun = underWay.get(name)
    if (begun !== undefined) return begun
    const making = turns
      .take(() => makeNow(name, wanted, process))
      .finally(() => underWay.delete(name))
    underWay.set(name, making)
    return making
  }

  async function makeNow(
    name: string,
    wanted: WantedRendering,
    process: PictureProcess,
  ): Promise<Made> {
    const there = await blobs.read(name)
    if (there !== null) return { bytes: there, isStored: true }
    const master = await masters.read(masterName(wanted.digest))
    // Another server on the same folder may have made the last rendering meanwhile.
    if (master === null && (await blobs.has(name))) return makeNow(name, wanted, process)
    const made = master === null ? null : await process.render(master, wanted)
    if (made?.ok) return { bytes: made.value, isStored: await store(name, made.value) }
    brokenSince.set(wanted.digest, performance.now())
    report(new MasterError(wanted.digest, made?.reason.message ?? 'It is gone.'), name)
    return { bytes: null, isStored: false }
  }

  /** A reader gets what was made for him also when it cannot be stored. */
  async function store(name: string, bytes: Uint8Array): Promise<boolean> {
    try {
      await blobs.put(name, bytes)
      return true
    } catch (error) {
      report(error, `storing ${name}`)
      return false
    }
  }

  async function read(name: string): Promise<Uint8Array | 'busy' | null> {
    const there = await blobs.read(name)
    if (there !== null) return there
    const begun = underWay.get(name)
    if (begun !== undefined) return (await begun).bytes
    const asked = renderingNamed(name)
    const picture = asked === null ? null : await readFacts(blobs, asked.digest)
    // Only the widths that its stories name: others would be a way to fill the disk.
    if (asked === null || picture === null || !picture.widths.includes(asked.width)) return null
    if (isBroken(picture.digest)) return null
    if (soon.turns.length >= mostWaiting && !underWay.has(name)) return 'busy'
    return (await make(name, wantedOf(picture, asked), soon)).bytes
  }

  async function finish(digest: string, signal: AbortSignal): Promise<Finish> {
    const picture = await readFacts(blobs, digest)
    if (picture === null) return 'no-master'
    for (const each of renderingsOf(picture)) {
      await soon.turns.quiet()
      if (signal.aborted) return 'interrupted'
      const name = pictureFile(digest, each.width, each.format)
      if (await blobs.has(name)) continue
      if (isBroken(digest)) return 'no-master'
      const { bytes, isStored } = await make(name, each, atLeisure)
      if (!isStored) return bytes === null ? 'no-master' : 'not-stored'
    }
    await masters.remove(masterName(digest))
    return 'whole'
  }

  return {
    read,
    finish,
    unfinished: async () => (await masters.names()).map((name) => name.replace(/\..*$/, '')),
  }
}

/** A picture was kept, and what it is rendered from is gone or is not what was kept. */
export class MasterError extends Error {
  override readonly name = 'MasterError'
  readonly code = 'picture.no-master'
  readonly digest: string

  constructor(digest: string, why: string) {
    super(`The kept picture ${digest} cannot be rendered. ${why}`)
    this.digest = digest
  }
}

function renderingsOf(picture: KeptPicture): readonly WantedRendering[] {
  return pictureFormats.flatMap((format) =>
    picture.widths.map((width) => wantedOf(picture, { width, format })),
  )
}

function wantedOf(
  { digest, width: widest, height }: KeptPicture,
  { width, format }: Pick<WantedRendering, 'width' | 'format'>,
): WantedRendering {
  return { digest, width, height: Math.max(1, Math.round((height * width) / widest)), format }
}
