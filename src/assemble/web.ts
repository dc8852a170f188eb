import { join } from 'node:path'
import type { Happening, Outbox } from '#desk'
import type { Clock } from '#ground/clock'
import {
  followOutbox,
  narratePublished,
  releaseSounds,
  releaseTranslations,
  renderPublished,
} from '#jobs'
import { openRenderings, openTypesetter, type PassingBlobs, sourceArchive } from '#outside'
import type { SearchIndex } from '#search'
import {
  bylineReader,
  collectionReader,
  type Database,
  editionReader,
  leadReader,
  pictureUses,
  places,
  publishedPictures,
  queues,
  restReader,
  soundBook,
} from '#storage'
import { type AppNeeds, type Change, createApp, keepStock } from '#web'
import type { Config } from '../config.ts'
import { openSale } from './sale.ts'
import type { Stand } from './stand.ts'
import { assembleTheirs } from './theirs.ts'

/** What whoever serves the pages decides. */
export type WebGiven = Pick<AppNeeds, 'report'> &
  Partial<Pick<AppNeeds, 'note' | 'narrator' | 'translator'>> & {
    pageCache?: boolean
  }

/** The pages, and what is done beside them. */
export interface Web {
  readonly app: ReturnType<typeof createApp>
  /** Drops the kept pages that are no longer true; called again and again. */
  readonly refresh: () => Promise<void>
  /** Lets every page tell what is on sale now; called again and again. */
  readonly followSale: () => Promise<void>
  /** Takes away the sounds that no story needs any more; called again and again. */
  readonly releaseSounds: () => Promise<void>
  /** Has what is published read aloud; null where that waits for somebody who listens. */
  readonly narratePublished: ((signal: AbortSignal) => Promise<void>) | null
  /** Makes the renderings of what is on the stand; called again and again. */
  readonly renderPictures: (signal: AbortSignal) => Promise<void>
  /** Gives stories of before there was a table of bylines theirs; called again and again. */
  readonly fillBylines: () => Promise<void>
  /** Has what the catalogue and the search page list in memory; called again and again. */
  readonly keepStock: () => Promise<unknown>
  /** Keeps what readers opened who want a history; called again and again. */
  readonly keepHistories: () => Promise<void>
  /** Learns from engines what they can translate; called again and again. */
  readonly askTranslators: () => Promise<void>
  /** Forgets translations of what was withdrawn or corrected; called again and again. */
  readonly releaseTranslations: () => Promise<void>
}

type Parts = Omit<Stand, 'openWeb' | typeof Symbol.asyncDispose>

/** What the stand has opened that its pages are made with. */
export interface Opened {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly blobs: PassingBlobs
  readonly masters: PassingBlobs
  readonly covers: PassingBlobs
}

/** Opens the pages of a stand whose parts are there, and tells what is to be done beside them. */
export async function assembleWeb(
  parts: Parts,
  opened: Opened,
  { report, note = () => {}, pageCache = true, ...given }: WebGiven,
): Promise<Web> {
  const { access, narration, translation, outbox, publications, stories } = parts
  const { config, database, blobs, masters, covers } = opened
  const changes = announcer()
  const onChange = changes.announceEverything
  const sale = await openSale(access.plans, access.editionPrices, onChange)
  const translator = translation.openTranslator({ report, onChange })
  const narrator = await narration.narrator(report)
  const renderings = openRenderings({ blobs, masters, report })
  const { theirs, keepHistories, fillBylines } = assembleTheirs(config, database)
  const stores = storesOf(parts, opened)
  const app = createApp({
    ...stores,
    theirs,
    narrator: given.narrator ?? narrator,
    translator: given.translator ?? translator,
    access: { ...access, offers: sale.offers, editionPrice: sale.editionPrice },
    pictureFiles: renderings,
    typesetter: openTypesetter({ blobs: covers, fonts: join(config.folder, 'fonts'), report }),
    changes,
    settings: webSettings(config, pageCache),
    report,
    note,
  })
  const { leads, rests, pictureUses: uses } = stores
  const heard = { outbox, publications, stories, leads, rests, narrator }
  const [sounds, shown] = [soundBook(database), publishedPictures(database)]
  const translates = translator ?? noTranslator
  return {
    app,
    followSale: sale.follow,
    refresh: await followOutbox(outbox, changes.announce),
    releaseSounds: await releaseSounds({ ...heard, sounds, files: narration.sounds }),
    narratePublished:
      config.narrate === 'at-publishing' ? await narratePublished({ ...heard, report }) : null,
    renderPictures: await renderPublished({ outbox, uses, shown, renderings }),
    fillBylines,
    keepStock: keepStock({ publications, changes }),
    keepHistories,
    askTranslators: async () => translator?.follow(),
    releaseTranslations: await releaseTranslations({
      ...translation,
      outbox,
      translator: translates,
    }),
  }
}

/** What pages read, and write, without any making. */
function storesOf(parts: Parts, { database, clock }: Opened) {
  const { accounts, collections, outbox, publications, search, stories } = parts
  return {
    publications,
    editions: editionReader(database),
    stories,
    collections: collectionReader(database),
    collectionDesk: collections,
    rests: restReader(database),
    leads: leadReader(database),
    places: places(database),
    queues: queues(database),
    bylines: bylineReader(database, stories),
    search: search.index,
    pictureUses: pictureUses(database),
    accounts: { ...accounts, keepsMail: accounts.postman.keeps },
    clock,
    sourceArchive,
    health: () => healthOf(outbox, search.index),
  } satisfies Partial<AppNeeds>
}

/** Where nothing translates any more, nothing of a corrected story has to be kept. */
const noTranslator = { keysOf: async () => [] }

/** Checkout and the Billing Portal. */
const stripePages = ['https://checkout.stripe.com', 'https://billing.stripe.com']

function webSettings(config: Config, pageCache: boolean): AppNeeds['settings'] {
  const { name, publicUrl, language, timeZone, pseudoLocales } = config
  const { operator, contact, proxies, vat } = config
  const sourceUrl = config.sourceUrl ?? new URL('/source.tar.gz', publicUrl)
  const paysAt = config.stripe === null ? [] : stripePages
  const said = { operator, contact, proxies, paysAt, vat }
  return { name, publicUrl, sourceUrl, language, timeZone, pseudoLocales, pageCache, ...said }
}

/** Passes what happens on the stand to whoever keeps pages of it. */
function announcer() {
  const hearers: ((what: Change) => void)[] = []
  return {
    subscribe: (hear: (what: Change) => void) => void hearers.push(hear),
    announceEverything: () => {
      for (const hear of hearers) hear('everything')
    },
    announce: ({ publication }: Happening) => {
      for (const hear of hearers) hear({ publicationSlug: publication })
    },
  }
}

/** A stand serves without its search index: it is built, or built anew, meanwhile. */
async function healthOf(events: Outbox, index: SearchIndex) {
  const state = await index.state()
  const search =
    state.state === 'building'
      ? { state: state.state, done: state.done, of: state.of }
      : { state: state.state }
  try {
    await events.last()
    return { ok: true, database: 'ok', search }
  } catch {
    return { ok: false, database: 'unreachable', search }
  }
}
