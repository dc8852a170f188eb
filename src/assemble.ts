import { join } from 'node:path'
import type { Happening, Outbox } from '#desk'
import type { Clock } from '#ground/clock'
import { StorageFullError } from '#ground/storage-full-error'
import { type FeedBook, openReader } from '#ingest'
import {
  type AlikeNeeds,
  followOutbox,
  type ImportNeeds,
  narratePublished,
  releaseSounds,
  releaseTranslations,
  renderPublished,
} from '#jobs'
import {
  openCarefulClient,
  openDiskBlobs,
  openPictureKeeper,
  openRenderings,
  openTypesetter,
  sourceArchive,
} from '#outside'
import type { SharedLists } from '#reading'
import type { SearchIndex } from '#search'
import {
  alikeBook,
  bylineReader,
  collectionDesk,
  collectionReader,
  type Database,
  editionReader,
  feedBook,
  leadReader,
  MigrationError,
  migrate,
  OpenError,
  openPostgres,
  openSqlite,
  outbox,
  pictureUses,
  places,
  press,
  publicationDesk,
  publicationReader,
  publishedPictures,
  queues,
  restReader,
  sharedLists,
  soundBook,
  storyReader,
} from '#storage'
import { type AppNeeds, addresses, type Change, createApp, href, keepStock } from '#web'
import { assembleAccess, type StandAccess } from './assemble/access.ts'
import { assembleAccounts, type StandAccounts } from './assemble/accounts.ts'
import type { Check } from './assemble/check.ts'
import { assembleNarration, type StandNarration } from './assemble/narration.ts'
import { openSale } from './assemble/sale.ts'
import { assembleSearch, type StandSearch } from './assemble/search.ts'
import { assembleTheirs } from './assemble/theirs.ts'
import { assembleTranslation, type StandTranslation } from './assemble/translation.ts'
import type { Config } from './config.ts'

export interface Stand extends AsyncDisposable {
  /** What importing, correcting and withdrawing ask for. */
  readonly desk: ImportNeeds
  readonly feeds: FeedBook
  readonly outbox: Outbox
  /** Publications by slug, whether or not anything of them is on the stand. */
  readonly publications: AppNeeds['publications']
  readonly stories: AppNeeds['stories']
  readonly collections: AppNeeds['collectionDesk']
  /** What readers share. */
  readonly sharedLists: SharedLists
  /** An edition by its address. */
  readonly editions: Pick<AppNeeds['editions'], 'byAddress'>
  readonly accounts: StandAccounts
  readonly access: StandAccess
  readonly narration: StandNarration
  readonly translation: StandTranslation
  /** Tries everything that the stand was given to work with, for `kiosk doctor`. */
  checks(): Promise<readonly Check[]>
  readonly search: StandSearch
  /** What finds the same report in several publications. */
  readonly alike: AlikeNeeds
  /** Where a reader of a locale finds their account. */
  readonly accountAt: (locale: string) => URL
  /** The web application, and what keeps its pages true. */
  openWeb(
    given: Pick<AppNeeds, 'report'> &
      Partial<Pick<AppNeeds, 'note' | 'narrator' | 'translator'>> & {
        pageCache?: boolean
      },
  ): Promise<Web>
}

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

/** The only file that names concrete parts. What it opened closes in reverse, even half way. */
export async function assemble(
  config: Config,
  { clock = () => Temporal.Now.instant() }: { clock?: Clock } = {},
): Promise<Stand> {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await openDatabase(config))
  const accounts = await assembleAccounts(config, database, clock)
  const access = await assembleAccess(config, database, accounts)
  const blobs = await openDiskBlobs(join(config.folder, 'pictures'))
  const masters = await openDiskBlobs(join(config.folder, 'masters'))
  const covers = await openDiskBlobs(join(config.folder, 'covers'))
  const client = openCarefulClient({ publicUrl: config.publicUrl.href })
  const reader = opened.use(openReader())
  const desk: ImportNeeds = {
    press: press(database),
    publications: publicationDesk(database),
    pictures: openPictureKeeper({ client, blobs, masters }),
    reader,
    client,
    clock,
    timeZone: config.timeZone,
    language: config.language,
  }
  const events = outbox(database)
  const search = opened.use(assembleSearch(config.folder, database, events))
  const narration = opened.use(await assembleNarration(config, database, clock))
  const translation = opened.use(await assembleTranslation(config, database, clock))
  const publications = publicationReader(database)
  const stories = storyReader(database)
  const curation = collectionDesk(database)

  const kept = opened.move()
  return {
    desk,
    feeds: feedBook(database),
    outbox: events,
    publications,
    stories,
    collections: curation,
    sharedLists: sharedLists(database),
    editions: editionReader(database),
    accounts,
    access,
    narration,
    translation,
    checks: async () => [...(await narration.checks()), ...(await translation.checks())],
    search,
    alike: { book: alikeBook(database), documents: search.documents, outbox: events, clock },
    accountAt: (locale) => new URL(href(addresses.account, { locale }), config.publicUrl),
    openWeb: async ({ report, note = () => {}, pageCache = true, ...given }) => {
      const changes = announcer()
      const uses = pictureUses(database)
      const onChange = changes.announceEverything
      const sale = await openSale(access.plans, access.editionPrices, onChange)
      const translator = translation.openTranslator({ report, onChange })
      const renderings = openRenderings({ blobs, masters, report })
      const narrator = await narration.narrator(report)
      const { theirs, keepHistories, fillBylines } = assembleTheirs(config, database)
      const leads = leadReader(database)
      const rests = restReader(database)
      const heard = { outbox: events, publications, stories, leads, rests, narrator }
      const app = createApp({
        publications,
        editions: editionReader(database),
        stories,
        collections: collectionReader(database),
        collectionDesk: curation,
        rests,
        leads,
        places: places(database),
        queues: queues(database),
        bylines: bylineReader(database, stories),
        theirs,
        narrator: given.narrator ?? narrator,
        translator: given.translator ?? translator,
        search: search.index,
        pictureUses: uses,
        access: { ...access, offers: sale.offers, editionPrice: sale.editionPrice },
        pictureFiles: renderings,
        typesetter: openTypesetter({ blobs: covers, fonts: join(config.folder, 'fonts'), report }),
        sourceArchive,
        changes,
        accounts: { ...accounts, keepsMail: accounts.postman.keeps },
        settings: webSettings(config, pageCache),
        clock,
        health: () => healthOf(events, search.index),
        report,
        note,
      })
      const shown = publishedPictures(database)
      return {
        app,
        followSale: sale.follow,
        refresh: await followOutbox(events, changes.announce),
        releaseSounds: await releaseSounds({
          ...heard,
          sounds: soundBook(database),
          files: narration.sounds,
        }),
        narratePublished:
          config.narrate === 'at-publishing' ? await narratePublished({ ...heard, report }) : null,
        renderPictures: await renderPublished({ outbox: events, uses, shown, renderings }),
        fillBylines,
        keepStock: keepStock({ publications, editions: editionReader(database), changes }),
        keepHistories,
        askTranslators: async () => translator?.follow(),
        releaseTranslations: await releaseTranslations({
          ...translation,
          outbox: events,
          translator: translator ?? noTranslator,
        }),
      }
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** Where nothing translates any more, nothing of a corrected story has to be kept. */
const noTranslator = { keysOf: async () => [] }

async function openDatabase({ database, folder }: Config): Promise<Database> {
  const [what, setting] =
    database.kind === 'sqlite'
      ? [`The database in ${folder}`, 'KIOSK_DATA']
      : [`The database at ${new URL(database.url).host}`, 'DATABASE_URL']
  await using opened = new AsyncDisposableStack()
  try {
    const file = join(folder, 'kiosk.db')
    const fresh = database.kind === 'sqlite' ? openSqlite(file) : openPostgres(database.url)
    opened.use(fresh)
    await migrate(fresh)
    opened.move()
    return fresh
  } catch (error) {
    if (error instanceof MigrationError || error instanceof StorageFullError) throw error
    throw new OpenError(what, error, setting)
  }
}

/** Checkout and the Billing Portal. */
const stripePages = ['https://checkout.stripe.com', 'https://billing.stripe.com']

function webSettings(config: Config, pageCache: boolean): AppNeeds['settings'] {
  const { name, publicUrl, language, timeZone, pseudoLocales } = config
  const { operator, contact, proxies } = config
  const sourceUrl = config.sourceUrl ?? new URL('/source.tar.gz', publicUrl)
  const paysAt = config.stripe === null ? [] : stripePages
  const said = { operator, contact, proxies, paysAt }
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
