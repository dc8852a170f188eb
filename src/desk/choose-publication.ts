import { type Door, defaultCut, defaultPermits, type Publication, unsaidLicence } from '#catalogue'
import { slugOf } from '#ground/slug'
import type { Sender } from '#ingest'
import type { Description, NewPublication, PublicationDesk } from './store.ts'

/** What the operator said of the publication, on the command line or beside the files. */
export interface Said extends Description {
  /** Publish into this publication; it is made when it is not there yet. */
  readonly publication?: string
}

export interface Choice {
  readonly said: Said
  readonly sender: Sender
  /** What the stories are mostly written in: used when nobody says the language. */
  readonly mostly: string
  /** A name to fall back on: of the file, the folder or the host. */
  readonly fallback: string
  readonly door: Door
  readonly timeZone: string
}

/**
 * The publication that a delivery belongs to: the one that was named, the one that has the
 * sender's title and home, or a new one.
 */
export async function choosePublication(
  desk: PublicationDesk,
  { said, sender, mostly, fallback, door, timeZone }: Choice,
): Promise<{ publication: Publication; added: boolean }> {
  const title = said.title ?? (sender.title || fallback)
  const slug = slugOf(said.publication ?? '') || slugOf(title) || 'publication'
  const home = said.home ?? sender.home
  const made: NewPublication = {
    slug,
    title: said.title ?? (sender.title || said.publication || fallback),
    kind: said.kind ?? 'newspaper',
    language: said.language ?? sender.language ?? mostly,
    description: said.description ?? sender.description,
    home,
    timeZone: said.timeZone ?? timeZone,
    door: said.door ?? door,
    cut: said.cut ?? defaultCut,
    country: said.country ?? '',
    rhythm: said.rhythm ?? null,
    topics: said.topics ?? [],
    licence: said.licence ?? unsaidLicence,
    permits: said.permits ?? defaultPermits,
    logo: said.logo ?? null,
  }
  const isNamed = said.publication !== undefined
  return desk.findOrAdd(made, (known) => isNamed || isSame(known, home))
}

/** Two senders of one title are two publications only when both say where they live. */
function isSame(known: Publication, home: string | null): boolean {
  return known.home === null || home === null || hostOf(known.home) === hostOf(home)
}

const hostOf = (address: string) => URL.parse(address)?.host.replace(/^www\./, '') ?? address
