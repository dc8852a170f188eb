import { fileURLToPath } from 'node:url'
import { bad, type Outcome } from '#ground/outcome'
import { openAskedProcess } from './asked-process.ts'
import type { PictureLook } from './check-picture.ts'
import type { PictureRefusal } from './picture-source.ts'
import type { WantedRendering } from './render-picture.ts'

/** What is sent to the process: a stranger's picture to check, or a master and what to make of it. */
export interface PictureWork {
  readonly bytes: Uint8Array
  readonly wanted: WantedRendering | null
}

/** Neither throws: a decoder that crashed or hung is a refusal. A second call waits for the first. */
export interface PictureProcess {
  check(bytes: Uint8Array): Promise<Outcome<PictureLook, PictureRefusal>>
  render(master: Uint8Array, wanted: WantedRendering): Promise<Outcome<Uint8Array, PictureRefusal>>
}

export interface PictureProcessOptions {
  readonly program?: string
  /** Leaves the processor to everybody else on the machine. */
  readonly humble?: boolean
}

const ourProgram = fileURLToPath(new URL('./render-child.ts', import.meta.url))

/**
 * Opens pictures in a process of its own: a decoder that crashes or hangs on a stranger's picture
 * costs that picture and nothing else, and the hundreds of megabytes that encoding takes go back to
 * the system when it is done. One picture at a time.
 */
export function openPictureProcess(options: PictureProcessOptions = {}): PictureProcess {
  const { program = ourProgram, humble = false } = options
  const process = openAskedProcess<
    PictureWork,
    Outcome<PictureLook, PictureRefusal> | Outcome<Uint8Array, PictureRefusal>
  >({ program, humble })
  const ask = async <Value>(work: PictureWork): Promise<Outcome<Value, PictureRefusal>> =>
    // The program answers a check with a look, and a wish with bytes.
    ((await process.ask(work)) as Outcome<Value, PictureRefusal> | null) ?? bad(unreadable)
  return {
    check: (bytes) => ask<PictureLook>({ bytes, wanted: null }),
    render: (bytes, wanted) => ask<Uint8Array>({ bytes, wanted }),
  }
}

const unreadable: PictureRefusal = {
  code: 'image.bad',
  message: 'The picture cannot be read, or not in time; send it again as a plain JPEG or PNG.',
}
