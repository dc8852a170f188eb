import type { KeptPicture } from '#catalogue'
import type { Outcome } from '#ground/outcome'
import type { Remark } from '#ingest'

/** Fetches, checks and stores pictures. Implemented in `outside`. */
export interface PictureKeeper {
  /**
   * Keeps the picture at this https address, `data:` URL or file path. Files are read only below
   * the folder of `delivery` when that is a path. When this returns, all that its renderings are
   * made from is durable.
   * @returns the kept picture, or why there is none: a code such as "image.too-large"
   */
  keep(from: string, delivery: string): Promise<Outcome<KeptPicture, Omit<Remark, 'where'>>>
}
