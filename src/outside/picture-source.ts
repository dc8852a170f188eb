import { constants, open, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { bad, good, type Outcome } from '#ground/outcome'
import type { Remark } from '#ingest'
import type { CarefulClient } from './careful-client.ts'
import type { Refusal } from './refusal.ts'
import { codeOf } from './vet-address.ts'

export type PictureRefusal = Omit<Remark, 'where'>

const fromWeb = { accept: 'image/avif,image/webp,image/*;q=0.9', maxBytes: 20_000_000 }
const maxMilliseconds = 15_000
const secondTryAfter = 500
const maxDataBytes = 2_000_000
const maxFileBytes = 50_000_000

/** The bytes of a picture from wherever its story says it is, within the bounds of each place. */
export async function pictureBytes(
  client: CarefulClient,
  from: string,
  delivery: string,
): Promise<Outcome<Uint8Array, PictureRefusal>> {
  if (/^data:/i.test(from)) return fromDataUrl(from)
  if (/^https?:/i.test(from)) {
    const first = await client.fetch(from, { ...fromWeb, maxMilliseconds })
    const got = !first.ok && mayPass(first.reason) ? await again(client, from) : first
    if (got.ok) return good(got.value.bytes)
    return bad({ code: got.reason.code, message: got.reason.message })
  }
  const path = pathIn(from)
  if (path === null || pathIn(delivery) === null) return bad(outside)
  return fromFile(path, delivery)
}

/** Trouble of the moment: the server says that it is not well (5xx), or asked too often (429). */
const mayPass = ({ status }: Refusal): boolean =>
  status !== null && (status === 429 || status >= 500)

/** A story is published once, so a picture that fails for a moment would be missing for good. */
async function again(client: CarefulClient, from: string) {
  await pause(secondTryAfter)
  return client.fetch(from, { ...fromWeb, maxMilliseconds })
}

/** What is neither a web address nor an address of another kind is a path, as is a file: URL. */
function pathIn(text: string): string | null {
  if (/^file:/i.test(text)) {
    try {
      return fileURLToPath(text)
    } catch {
      return null
    }
  }
  return /^[a-z][a-z\d+.-]+:|^\/\/|\0/i.test(text) ? null : text
}

async function fromDataUrl(from: string): Promise<Outcome<Uint8Array, PictureRefusal>> {
  // Base64 takes four letters for three bytes; percent-encoding takes three letters for one.
  if (from.length > 3 * maxDataBytes + 1_000) return bad(tooHeavy(maxDataBytes))
  try {
    // Reading a data: URL this way follows the WHATWG rules and never touches the network.
    const bytes = await (await fetch(from)).bytes()
    return bytes.byteLength > maxDataBytes ? bad(tooHeavy(maxDataBytes)) : good(bytes)
  } catch {
    const message = 'The data: address of the picture is broken; send the picture as a file.'
    return bad({ code: 'image.bad', message })
  }
}

async function fromFile(
  path: string,
  delivery: string,
): Promise<Outcome<Uint8Array, PictureRefusal>> {
  const folder = dirname(resolve(delivery))
  const wanted = resolve(folder, path)
  // Asked before the disk is: whether a file outside exists is nobody's business.
  if (!isBelow(folder, wanted)) return bad(outside)
  try {
    const real = await realpath(wanted)
    if (!isBelow(await realpath(folder), real)) return bad(outside)
    return await readWhole(real)
  } catch (error) {
    const message = `The picture file cannot be read (${codeOf(error)}); send it beside the story.`
    return bad({ code: 'image.missing', message })
  }
}

async function readWhole(path: string): Promise<Outcome<Uint8Array, PictureRefusal>> {
  // Not waiting, so that a pipe without a writer cannot hold us; not following a last-moment link.
  const how = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW
  await using file = await open(path, how)
  const found = await file.stat()
  if (!found.isFile()) {
    return bad({ code: 'image.bad', message: 'The picture is no file; send it as one.' })
  }
  if (found.size > maxFileBytes) return bad(tooHeavy(maxFileBytes))
  return good(await file.readFile())
}

/** Whether a path lies in a folder, however deep. Both are absolute. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

const outside: PictureRefusal = {
  code: 'image.outside',
  message: 'Pictures are read only from the folder of their story, or below; put it there.',
}

const tooHeavy = (bytes: number): PictureRefusal => ({
  code: 'image.too-large',
  message: `The picture has more than ${bytes / 1_000_000} MB; send a smaller one.`,
})
