import { connect, type Socket } from 'node:net'

/**
 * A connection that stays open. Of an answer no more is read than its status and length, so that
 * whoever asks costs next to nothing beside the server that is measured.
 * @param whole told of every answer that is whole: whether it was a 200, and its size
 */
export function connectTo(port: number, whole: (ok: boolean, bytes: number) => void): Socket {
  const reader = answerReader(whole)
  const onread = {
    buffer: Buffer.allocUnsafe(131_072),
    callback: (count: number, buffer: Uint8Array) => {
      reader(Buffer.from(buffer.buffer, buffer.byteOffset, count))
      return true
    },
  }
  return connect({ port, host: '127.0.0.1', noDelay: true, onread })
}

/** What is written to ask for a page. */
export function requestOf(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${lines.join('')}\r\n`)
}

/** Takes chunks, and says of every answer that is whole whether it was a 200, and its size. */
function answerReader(whole: (ok: boolean, bytes: number) => void): (chunk: Buffer) => void {
  let head: Buffer = Buffer.alloc(0)
  let left = 0
  let size = 0
  let ok = false
  return (chunk) => {
    let rest = chunk
    if (left === 0) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end === -1) {
        // The buffer of the connection is used again, so what is kept has to be a copy.
        head = Buffer.from(head)
        return
      }
      const text = head.toString('latin1', 0, end)
      const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1]
      if (length === undefined) throw new Error(`An answer without Content-Length:\n${text}`)
      ok = text.startsWith('HTTP/1.1 200')
      size = Number(length)
      left = size
      rest = head.subarray(end + 4)
      head = Buffer.alloc(0)
    }
    left -= rest.length
    if (left === 0) whole(ok, size)
  }
}
