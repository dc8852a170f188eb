import type { KeptPicture, Publication } from '#catalogue'
import type { Remark } from '#ingest'
import type { ReceiveNeeds } from './receive.ts'
import type { PublicationDesk } from './store.ts'

/** The pictures that a publisher gives beside its stories, as addresses or file paths. */
export interface Dress {
  /** The file or address they came with: files are read only below its folder. */
  readonly from: string
  readonly logo: string | null
  /** Covers by the edition's name in addresses. */
  readonly covers: ReadonlyMap<string, string>
}

export type DressNeeds = Pick<ReceiveNeeds, 'pictures' | 'clock'> & {
  readonly publications: PublicationDesk
}

/**
 * Gives a publication its logo and its editions their covers.
 * @returns why a picture could not be kept, or has no edition to stand on
 */
export async function dress(
  { pictures, publications, clock }: DressNeeds,
  { id }: Publication,
  { from, logo, covers }: Dress,
): Promise<readonly Remark[]> {
  const remarks: Remark[] = []
  const keep = async (where: string): Promise<KeptPicture | null> => {
    const kept = await pictures.keep(where, from)
    if (!kept.ok) remarks.push({ ...kept.reason, where })
    return kept.ok ? kept.value : null
  }
  const kept = logo === null ? null : await keep(logo)
  if (kept !== null) await publications.describe(id, { logo: kept }, clock())
  for (const [edition, where] of covers) {
    const cover = await keep(where)
    if (cover === null || (await publications.cover(id, edition, cover, clock()))) continue
    const message = `There is no edition "${edition}" for this cover: name its folder as the edition is named in addresses.`
    remarks.push({ code: 'cover.no-edition', message, where })
  }
  return remarks
}
