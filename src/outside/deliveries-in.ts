import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Remark } from '#ingest'
import { isBelow } from './picture-source.ts'
import { codeOf } from './vet-address.ts'

/** A file that was found: what it holds, or why it was left alone. */
export type FoundFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly remark: Remark }

const taken = new Set('.xml .rss .rdf .atom .json .md .markdown .ninjs'.split(' '))
/** Taken in by the stories they belong to, or not at all. */
const pictures = new Set('.avif .bmp .gif .heic .jpeg .jpg .png .svg .tif .tiff .webp'.split(' '))
const largest = 10_000_000
const deepest = 12

/**
 * The files of a delivery, one at a time, in the order of their names (by code point, folders in
 * their place): those of known kinds below a folder, or the one file that `path` names, whatever
 * its kind. Hidden files, `node_modules` and pictures are passed over; anything else that cannot
 * be taken comes with a remark: "file.unexpected", "file.too-large", "file.outside",
 * "file.too-deep", "file.unreadable", "file.missing".
 */
export async function* deliveriesIn(path: string): AsyncGenerator<FoundFile> {
  const root = await realpath(path).catch(() => null)
  if (root === null) {
    yield left(path, 'file.missing', 'There is no file or folder of this name.')
  } else if (await isFolder(root)) {
    yield* walk(path, { root, depth: 0, seen: new Set([root]) })
  } else {
    yield await read(path)
  }
}

interface Place {
  /** The folder that nothing may lead out of, without links in its path. */
  readonly root: string
  readonly depth: number
  /** What was walked or read already, so that a link cannot lead in a circle. */
  readonly seen: Set<string>
}

async function* walk(folder: string, place: Place): AsyncGenerator<FoundFile> {
  if (place.depth > deepest) {
    const message = `Folders are read ${deepest} deep; move this one up.`
    yield left(folder, 'file.too-deep', message)
    return
  }
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    yield unreadable(folder, error)
    return
  }
  for (const name of names.sort()) {
    if (!name.startsWith('.') && name !== 'node_modules') yield* enter(join(folder, name), place)
  }
}

async function* enter(path: string, place: Place): AsyncGenerator<FoundFile> {
  let real: string
  let folder: boolean
  try {
    real = await realpath(path)
    if (!isBelow(place.root, real) && real !== place.root) {
      const message = 'This link leads out of the folder; put the file itself there.'
      yield left(path, 'file.outside', message)
      return
    }
    folder = await isFolder(real)
  } catch (error) {
    yield unreadable(path, error)
    return
  }
  if (place.seen.has(real)) return
  place.seen.add(real)

  const kind = extname(path).toLowerCase()
  if (folder) yield* walk(path, { ...place, depth: place.depth + 1 })
  else if (taken.has(kind)) yield await read(path)
  else if (!pictures.has(kind)) {
    const kinds = [...taken].join(' ')
    yield left(path, 'file.unexpected', `Files of this kind are not read; send one of ${kinds}.`)
  }
}

async function read(path: string): Promise<FoundFile> {
  try {
    const before = await stat(path)
    if (!before.isFile()) {
      return left(path, 'file.unexpected', 'This is no ordinary file; send one.')
    }
    if (before.size > largest) return tooLarge(path)

    const bytes = await readFile(path)
    return bytes.byteLength > largest ? tooLarge(path) : { path, bytes }
  } catch (error) {
    return unreadable(path, error)
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path)).isDirectory()
}

function left(path: string, code: string, message: string): FoundFile {
  return { path, remark: { code, message, where: path } }
}

function tooLarge(path: string): FoundFile {
  const message = `The file has more than ${largest / 1_000_000} MB; send it in parts.`
  return left(path, 'file.too-large', message)
}

function unreadable(path: string, error: unknown): FoundFile {
  const message = `This cannot be read (${codeOf(error)}); check that it is there and may be read.`
  return left(path, 'file.unreadable', message)
}
