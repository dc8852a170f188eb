import { randomBytes } from 'node:crypto'
import * as disk from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '#ground/ids'
import { codeOf } from './confirmed-disk.ts'

const fileName = 'secret.key'
const bytes = 32

/** The stand's secret cannot be used. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError'
}

/**
 * The secret of a stand: 256 random bits in a file of its folder, made at the first start, readable
 * by nobody else. Whoever loses it signs every reader out; whoever copies it can sign in as anybody.
 * @throws KeyFileError when the file can be read by others, or holds no secret
 */
export async function openKeyFile(folder: string): Promise<Uint8Array> {
  const path = join(folder, fileName)
  await disk.mkdir(folder, { recursive: true })
  return (await readKey(path)) ?? (await makeKey(folder, path))
}

async function readKey(path: string): Promise<Uint8Array | null> {
  const file = await disk.open(path, 'r').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (file === null) return null
  try {
    const { mode } = await file.stat()
    // Windows has other rights than these.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new KeyFileError(`Others can read ${path}. Mend it with: chmod 600 ${path}`)
    }
    const key = Buffer.from((await file.readFile('utf8')).trim(), 'base64url')
    if (key.length === bytes) return new Uint8Array(key)
    throw new KeyFileError(`${path} holds no secret of Kiosk. Restore it from a backup.`)
  } finally {
    await file.close()
  }
}

/** Written whole under another name and linked, so that of two programs one makes the key of both. */
async function makeKey(folder: string, path: string): Promise<Uint8Array> {
  const draft = join(folder, `.${fileName}-${newId()}`)
  const file = await disk.open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(bytes).toString('base64url')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await disk.link(draft, path).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  await disk.rm(draft)
  await synced(folder)
  const key = await readKey(path)
  if (key === null) throw new KeyFileError(`${path} was made and is gone again.`)
  return key
}

async function synced(folder: string): Promise<void> {
  const opened = await disk.open(folder, 'r')
  await opened.sync().finally(() => opened.close())
}
