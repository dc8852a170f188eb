/**
 * Bytes by name. A name is never used for other bytes, so whatever is under it is whole and true
 * for ever. Names are lower-case letters, digits and hyphens with one ending: "3fa8…-960.avif".
 */
export interface BlobStore {
  /**
   * Stores the bytes; they are durable when this returns.
   * @throws StorageFullError when there is no room; nothing is stored then
   * @throws UntrustworthyStorageError after the disk failed to confirm what it wrote
   */
  put(name: string, bytes: Uint8Array): Promise<void>
  has(name: string): Promise<boolean>
  /** The bytes, or null when nothing is under this name (or it could not be a name). */
  read(name: string): Promise<Uint8Array | null>
}

/** Blobs that may go again when they have served. */
export interface PassingBlobs extends BlobStore {
  /** Takes a blob away, if it is there. After a power cut it may be there again. */
  remove(name: string): Promise<void>
  /** The names of all that are there, in no order. */
  names(): Promise<readonly string[]>
}

/** The name of a picture as it came, by its digest. */
export const masterName = (digest: string) => `${digest}.master`

/** Whether this may name a blob. A name is at the same time a file's, so there are no paths in it. */
export function isBlobName(name: string): boolean {
  return name.length <= 120 && /^[a-z0-9]{2}[a-z0-9-]*\.[a-z0-9]+$/.test(name)
}

/**
 * The disk could not confirm a write. What the system still holds in memory may never reach it, so
 * nothing more is accepted until Kiosk starts again.
 */
export class UntrustworthyStorageError extends Error {
  override readonly name = 'UntrustworthyStorageError'
  readonly code = 'storage.untrustworthy'

  constructor(options?: ErrorOptions) {
    super('The disk failed to confirm a write. Check it, then start Kiosk again.', options)
  }
}
