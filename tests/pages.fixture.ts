import { addresses, createApp, href } from '#web'
import { type Stand, standWith } from '../src/web/stand.fixture.ts'

type Page = keyof typeof addresses

const publication = 'harbour-courier'
const edition = '2025-05-20'
const inEdition = [
  ...['night-ferry-saved', 'bakery-closes', 'pilots-wait-for-fog', 'long-headline', 'emoji'],
  ...['taken-back', 'nowhere'],
]
const glass = {
  publication: 'marfa-alsabah',
  edition: '2025-05-18',
  story: 'خياطة-الضوء',
}

/** Every page of the stand of the tests, by its address; a new page has to be put in here. */
const paths: Readonly<Partial<Record<Page, (locale: string) => readonly string[]>>> = {
  front: (locale) => [href(addresses.front, { locale })],
  plans: (locale) => [href(addresses.plans, { locale })],
  about: (locale) => [href(addresses.about, { locale })],
  accessibility: (locale) => [href(addresses.accessibility, { locale })],
  privacy: (locale) => [href(addresses.privacy, { locale })],
  signIn: (locale) => [href(addresses.signIn, { locale })],
  signInLink: (locale) => [href(addresses.signInLink, { locale, token: 'x' })],
  queue: (locale) => [href(addresses.queue, { locale })],
  mine: (locale) => [href(addresses.mine, { locale })],
  lists: (locale) => [href(addresses.lists, { locale })],
  saved: (locale) => [href(addresses.saved, { locale })],
  history: (locale) => [href(addresses.history, { locale })],
  byline: (locale) => [href(addresses.byline, { locale, name: 'ines-okafor-lund' })],
  player: (locale) => [href(addresses.player, { locale })],
  search: (locale) =>
    ['', '?q=ferry', '?q=harbour&language=en', '?q=zzz+fery'].map(
      (query) => href(addresses.search, { locale }) + query,
    ),
  collections: (locale) => [href(addresses.collections, { locale })],
  collection: (locale) => [href(addresses.collection, { locale, collection: 'still-water' })],
  topics: (locale) => [href(addresses.topics, { locale })],
  topic: (locale) =>
    ['society', 'weather'].map((topic) => href(addresses.topic, { locale, topic })),
  publications: (locale) =>
    ['', '?look=list', '?name=zzz'].map(
      (query) => href(addresses.publications, { locale }) + query,
    ),
  publication: (locale) =>
    [publication, 'polder-en-plan'].map((one) =>
      href(addresses.publication, { locale, publication: one }),
    ),
  archive: (locale) => [href(addresses.archive, { locale, publication, year: '2025' })],
  edition: (locale) => [href(addresses.edition, { locale, publication, edition })],
  storyIn: (locale) =>
    ['bakery-closes', 'night-ferry-saved'].flatMap((story) => {
      const at = { locale, publication, edition, story }
      const inArabic = href(addresses.storyIn, { ...at, language: 'ar' })
      return [inArabic, `${inArabic}?view=beside`]
    }),
  story: (locale) => [
    ...inEdition.map((story) => href(addresses.story, { locale, publication, edition, story })),
    href(addresses.story, { locale, ...glass }),
  ],
}

/** Begins with a language, and is for programs. */
const forPrograms: readonly string[] = [
  ...[addresses.citationRis, addresses.citationCsl, addresses.signInPasskey],
  addresses.searchSuggestions,
  ...[addresses.accountPasskeys, addresses.accountData, addresses.accountReading],
  ...[addresses.accountPlaces, addresses.narration, addresses.narrationSound],
  ...[addresses.accountShelf, addresses.accountFollows],
]

/** Leads strangers elsewhere; the journeys of readers look at these. */
const forReaders: readonly string[] = [
  ...[addresses.signInCode, addresses.signInProvider, addresses.account, addresses.accountDelete],
  // Another page with a script than without one: reading.test.ts looks at both.
  addresses.readingSettings,
  ...[addresses.trial, addresses.voucher, addresses.accountWithdraw, addresses.withdraw],
  ...[addresses.list, addresses.listDelete, addresses.sharedList],
  ...[addresses.buy, addresses.bought, addresses.seat, addresses.give, addresses.gift],
]

/** Of the pages above those that the stand answers, in one language. */
export function pathsIn(locale: string, stand: Stand = standWith()): readonly string[] {
  const registered = new Set(registeredBy(stand))
  const known = Object.entries(paths).filter(([name]) => registered.has(patternOf(name)))
  return known.flatMap(([, inLocale]) => inLocale(locale))
}

/** The pages that nobody has put into the table. */
export function unlistedPages(stand: Stand = standWith()): readonly string[] {
  const listed = new Set(Object.keys(paths).map(patternOf))
  const pages = registeredBy(stand).filter((path) => path.startsWith('/:locale'))
  const others = new Set([...listed, ...forPrograms, ...forReaders])
  return pages.filter((path) => !others.has(path))
}

const patternOf = (name: string): string =>
  Object.entries(addresses).find(([known]) => known === name)?.[1] ?? ''

function registeredBy({ needs }: Stand): readonly string[] {
  const gets = createApp(needs).routes.filter(({ method }) => method === 'GET')
  return [...new Set(gets.map(({ path }) => path))]
}

/** A stand whose stories cannot be read. */
export function brokenStand(): Stand {
  const down = async () => {
    throw new Error('The store is down, on purpose.')
  }
  const stories = new Proxy(standWith().needs.stories, { get: () => down })
  return standWith({ changed: { stories } })
}
