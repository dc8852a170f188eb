import { picturesAt } from '#catalogue'

/** Every address we answer. Hono listens to these and links are written from them. */
export const addresses = {
  root: '/',
  health: '/health',
  /** What the AGPL asks of every stand: the source of the program that runs it. */
  source: '/source.tar.gz',
  asset: '/assets/:file',
  manifest: '/manifest.webmanifest',
  /** For machines: where they may go, what there is, and what is new. */
  robots: '/robots.txt',
  /** How a browser searches the stand from its own field. */
  openSearch: '/opensearch.xml',
  sitemap: '/sitemap.xml',
  sitemapFile: '/sitemaps/:file',
  standFeed: '/feeds/:locale/:file',
  publicationFeed: '/feeds/:locale/publications/:file',
  topicFeed: '/feeds/:locale/topics/:file',
  bylineFeed: '/feeds/:locale/bylines/:file',
  collectionFeed: '/feeds/:locale/collections/:file',
  /** For the feed reader of one reader alone, who gave it this address: "TOKEN.atom". */
  mineFeed: '/feeds/mine/:token',
  sharedListFeed: '/feeds/:locale/lists/:token',
  picture: `${picturesAt}/:file`,
  /** The typeset cover of an edition, and the picture that stands for a story elsewhere. */
  cover: '/covers/:publication/:file',
  social: '/social/:publication/:edition/:file',
  front: '/:locale',
  plans: '/:locale/plans',
  /** What a trial is, before it begins; a POST begins it. */
  trial: '/:locale/plans/trial',
  voucher: '/:locale/plans/voucher',
  buy: '/:locale/plans/buy',
  /** Where the payment provider leads back to, and where it tells us what has happened. */
  bought: '/:locale/plans/bought',
  payments: '/payments/stripe',
  about: '/:locale/about',
  accessibility: '/:locale/accessibility',
  privacy: '/:locale/privacy',
  /** How a reader wants stories set. */
  readingSettings: '/:locale/reading',
  /** Signing in: an address is asked for; then the code of the mail, or its link, is used. */
  signIn: '/:locale/sign-in',
  signInCode: '/:locale/sign-in/code',
  signInLink: '/:locale/sign-in/link/:token',
  /** For the script: what to sign with a passkey, and the signed answer. */
  signInPasskey: '/:locale/sign-in/passkey',
  /** Leads to the provider, which leads back: it knows one address for all languages. */
  signInProvider: '/:locale/sign-in/provider',
  providerBack: '/sign-in/back',
  signOut: '/:locale/sign-out',
  account: '/:locale/account',
  accountProfile: '/:locale/account/profile',
  accountAddress: '/:locale/account/address',
  accountPasskeys: '/:locale/account/passkeys',
  accountPasskey: '/:locale/account/passkey',
  accountProvider: '/:locale/account/provider',
  accountDevices: '/:locale/account/devices',
  accountData: '/:locale/account/everything.json',
  accountReading: '/:locale/account/reading',
  accountDelete: '/:locale/account/delete',
  accountPlan: '/:locale/account/plan',
  accountGifts: '/:locale/account/gifts',
  portal: '/:locale/account/payments',
  household: '/:locale/account/household',
  seat: '/:locale/household/:token',
  accountWithdraw: '/:locale/account/withdraw',
  /** The same by the link of a mail, for whoever is not signed in. */
  withdraw: '/:locale/withdraw/:token',
  /** For the script: where the reader is in a story, and where it has come to. */
  accountPlaces: '/:locale/account/places',
  /** What the reader means to read or hear; a POST changes it. */
  queue: '/:locale/queue',
  /** What a reader follows and what is new in it, what they saved, and what they opened. */
  mine: '/:locale/mine',
  saved: '/:locale/saved',
  history: '/:locale/history',
  /** For the script: of what stands on a page, what the reader follows, has muted or saved. */
  accountShelf: '/:locale/account/shelf.json',
  accountFollows: '/:locale/account/follows.opml',
  /** Makes the reader's private feed, or its address anew, or ends it. */
  accountFeed: '/:locale/account/feed',
  /** A reader's lists; with a story in the question, which of them it stands on. */
  lists: '/:locale/lists',
  list: '/:locale/lists/:list',
  listDelete: '/:locale/lists/:list/delete',
  /** What a reader shares, to be read by whoever was given the address. */
  sharedList: '/:locale/lists/shared/:token',
  /** The stories that are signed with a name. */
  byline: '/:locale/bylines/:name',
  /** How listening works: its markup is what the player is made from. */
  player: '/:locale/listening',
  search: '/:locale/search',
  /** For the script: what may be meant by what was typed so far. */
  searchSuggestions: '/:locale/search/suggestions',
  /** What editors chose, with their reasons. */
  collections: '/:locale/collections',
  collection: '/:locale/collections/:collection',
  /** Where editors work: in the reader's own language, so there is none in the address. */
  deskCollections: '/desk/collections',
  deskCollection: '/desk/collections/:id',
  deskPreview: '/desk/collections/:id/preview',
  deskDelete: '/desk/collections/:id/delete',
  topics: '/:locale/topics',
  topic: '/:locale/topics/:topic',
  publications: '/:locale/publications',
  publication: '/:locale/publications/:publication',
  /** The editions of one year: no edition's name is "archive", for it begins with a date. */
  archive: '/:locale/publications/:publication/archive/:year',
  edition: '/:locale/publications/:publication/:edition',
  story: '/:locale/publications/:publication/:edition/:story',
  /** Gives the story away, and opens what was given. */
  give: '/:locale/publications/:publication/:edition/:story/gift',
  gift: '/:locale/publications/:publication/:edition/:story/gift/:token',
  /** The story in another language, a person's or a machine's: as much as who asks may read. */
  storyIn: '/:locale/publications/:publication/:edition/:story/in/:language',
  /** What is heard of the story and when, and the sound of it: as much as who asks may read. */
  narration: '/:locale/publications/:publication/:edition/:story/narration.json',
  narrationSound: '/:locale/publications/:publication/:edition/:story/narration.mp3',
  /** The story as others cite it, in two formats for programs. */
  citationRis: '/:locale/publications/:publication/:edition/:story/citation.ris',
  citationCsl: '/:locale/publications/:publication/:edition/:story/citation.json',
} as const satisfies Record<string, `/${string}`>

export type Address = (typeof addresses)[keyof typeof addresses]

type NamesIn<Text extends string> = Text extends `${infer Head}/${infer Tail}`
  ? NamesIn<Head> | NamesIn<Tail>
  : Text extends `:${infer Name}`
    ? Name
    : never

export type Names<Where extends Address> = Readonly<Record<NamesIn<Where>, string>>

/** A link is written from the same text that Hono listens to. */
export function href<const Where extends Address>(address: Where, names: Names<Where>): string {
  const given: Readonly<Record<string, string>> = names
  const parts = address.split('/')
  return parts.map((part) => (part[0] === ':' ? encoded(given[part.slice(1)]) : part)).join('/')
}

/** Which paths an address is: for those who see a request before it is routed. */
export const patternOf = (address: Address): RegExp =>
  new RegExp(`^${address.replaceAll(/:\w+/g, '[^/]+')}$`)

/** The same path under another locale: "/nl/publications" for "/en/publications". */
export const inLocale = (path: string, locale: string) => path.replace(/^\/[^/]*/, `/${locale}`)

/** The same path for readers of any language, whom it leads on to theirs: "/publications". */
export const withoutLocale = (path: string) => path.replace(/^\/[^/]*/, '') || '/'

/** Most names are plain, and a page links to many. */
const encoded = (name = '') => (/^[\w-]*$/.test(name) ? name : encodeURIComponent(name))

/**
 * The name as it must stand in an address: lower case and composed, as slugs are made; null when
 * no publication, edition or story can have it. A parameter arrives decoded, so a hidden slash,
 * semicolon or NUL ends here.
 */
export function nameInAddress(given: string): string | null {
  if (given.length > longest) return null
  const name = given.normalize('NFC').toLowerCase()
  return pattern.test(name) ? name : null
}

const longest = 200
const pattern = /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u
