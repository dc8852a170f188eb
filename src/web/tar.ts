/** A file in an archive. */
export interface Packed {
  /** With forward slashes, relative to where the archive is unpacked. */
  readonly path: string
  readonly body: Uint8Array
  readonly executable: boolean
}

const block = 512

/**
 * A tar archive (POSIX.1-1988 "ustar") of these files, with no dates, so that the same files always
 * give the same bytes.
 * @throws when a path does not fit: 100 bytes for the name after a slash, 155 before it
 */
export function tarOf(files: readonly Packed[]): Buffer<ArrayBuffer> {
  const parts = files.flatMap((file) => [
    headerOf(file),
    file.body,
    Buffer.alloc((block - (file.body.length % block)) % block),
  ])
  return Buffer.concat([...parts, Buffer.alloc(2 * block)])
}

function headerOf({ path, body, executable }: Packed): Buffer {
  const { name, prefix } = parted(path)
  const header = Buffer.alloc(block)
  header.write(name, 0)
  header.write(octal(executable ? 0o755 : 0o644, 7), 100)
  header.write(octal(0, 7), 108)
  header.write(octal(0, 7), 116)
  header.write(octal(body.length, 11), 124)
  header.write(octal(0, 11), 136)
  // While the sum is taken, its own field counts as spaces.
  header.write(' '.repeat(8), 148)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write(prefix, 345)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${octal(sum, 6)}\u0000 `, 148)
  return header
}

const octal = (number: number, digits: number) => number.toString(8).padStart(digits, '0')

function parted(path: string): { readonly name: string; readonly prefix: string } {
  if (Buffer.byteLength(path) <= 100) return { name: path, prefix: '' }
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)]
    if (Buffer.byteLength(name) <= 100 && Buffer.byteLength(prefix) <= 155) return { name, prefix }
  }
  throw new Error(`This path is too long for a tar archive: ${path}`)
}
