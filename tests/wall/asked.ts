import { addresses, href } from '#web'
import { edition } from './fill-wall.ts'
import type { KnownNames } from './wall-stand.ts'

const locale = 'en'
const place = { locale, publication: 'tide', edition }
const storyPath = `/en/publications/tide/${edition}/story-plan`

/** A name that walled stories are signed with, and one that none is. */
const bylines = ['ana-tidewater', 'x']

/** A key that no picture has. */
const oldKey = '0123456789abcdef'

type Paths = (known: KnownNames) => readonly string[]

const just =
  (...paths: readonly string[]): Paths =>
  () =>
    paths

/** One address for each walled story, withdrawn and held ones among them. */
const ofStories =
  (path: (story: string) => string): Paths =>
  ({ slugs }) =>
    slugs.map(path)

/**
 * Every address that is registered, as a stranger may ask for it. An address that is not in this
 * table fails the test: say here how it is asked before it answers anybody.
 */
export const asked: Readonly<Record<string, Paths>> = {
  [addresses.root]: just('/'),
  [addresses.health]: just('/health'),
  [addresses.source]: just('/source.tar.gz'),
  [addresses.asset]: just('/assets/kiosk.css', '/assets/..%2f..%2fdata%2fkiosk.db'),
  [addresses.manifest]: just('/manifest.webmanifest'),
  [addresses.robots]: just('/robots.txt'),
  [addresses.sitemap]: just('/sitemap.xml'),
  [addresses.sitemapFile]: just(
    ...[
      'pages',
      'publications',
      'publications-2',
      'stories-2031-04',
      'stories-2031-04-2',
      'news',
    ].map((name) => href(addresses.sitemapFile, { file: `${name}.xml` })),
  ),
  [addresses.standFeed]: just(
    ...['stand.atom', 'stand.json', 'stand.rss', 'to-come.atom'].map((file) =>
      href(addresses.standFeed, { locale, file }),
    ),
  ),
  [addresses.publicationFeed]: just(
    ...['tide.atom', 'tide.json', 'tide', '..%2ftide.atom'].map((file) =>
      href(addresses.publicationFeed, { locale, file }),
    ),
  ),
  [addresses.topicFeed]: just(
    ...['culture.atom', 'culture.json', 'x.atom'].map((file) =>
      href(addresses.topicFeed, { locale, file }),
    ),
  ),
  [addresses.mineFeed]: ({ feed }) =>
    [`${feed}.atom`, `${feed}.json`, feed, 'x.atom', '..%2fen%2fstand.atom'].map((token) =>
      href(addresses.mineFeed, { token }),
    ),
  [addresses.picture]: ({ leadPicture, restPicture }) =>
    [
      `${leadPicture}-64.webp`,
      ...['-64.webp', '-64.avif', '-32.webp', '.png', '.json', ''].map((end) => restPicture + end),
      'x-1.webp',
    ].map((file) => href(addresses.picture, { file })),
  [addresses.cover]: ({ typeset }) => [
    ...typeset.filter((path) => path.startsWith('/covers/')),
    `/covers/tide/${edition}-${oldKey}-640.webp`,
    `/covers/tide/${edition}-${oldKey}-641.webp`,
    `/covers/tide/2031-04-03-${oldKey}-640.webp`,
  ],
  [addresses.social]: ({ typeset, slugs }) => [
    ...typeset.filter((path) => path.startsWith('/social/')),
    ...slugs.map((slug) => `/social/tide/${edition}/${slug}-${oldKey}.png`),
  ],
  [addresses.front]: just('/en', '/nl', '/ar', '/en/', '/en?format=json'),
  [addresses.openSearch]: just('/opensearch.xml'),
  [addresses.search]: just(
    ...['/en/search', '/en/search?q=mud+boats', '/nl/search?q=story+plan&order=newest'],
    ...['/ar/search?q=sea&publication=tide&door=plan', '/en/search?q=%22came+out+on+the+mud%22'],
    ...['/en/search?q=seven+-boats&language=en&page=2', '/de/search?q=by%3Atide&from=2031'],
  ),
  [addresses.searchSuggestions]: just(
    '/en/search/suggestions?q=sto',
    '/ar/search/suggestions?q=mud',
  ),
  [addresses.collectionFeed]: just(
    ...['tides-end.atom', 'tides-end.json', 'to-come.atom'].map((file) =>
      href(addresses.collectionFeed, { locale, file }),
    ),
  ),
  [addresses.collections]: just('/en/collections', '/ar/collections'),
  [addresses.collection]: just(
    ...['/en/collections/tides-end', '/nl/collections/tides-end'],
    ...['/en/collections/to-come', '/en/collections/..%2f..%2fdesk'],
  ),
  [addresses.deskCollections]: just('/desk/collections'),
  [addresses.deskCollection]: just('/desk/collections/x?find=story'),
  [addresses.deskPreview]: just('/desk/collections/x/preview'),
  [addresses.deskDelete]: just('/desk/collections/x/delete'),
  [addresses.topics]: just('/en/topics', '/nl/topics'),
  [addresses.topic]: just('/en/topics/environment', '/ar/topics/food', '/en/topics/x'),
  [addresses.archive]: just(
    '/en/publications/tide/archive/2031',
    '/nl/publications/tide/archive/x',
  ),
  [addresses.publications]: just(
    ...['/en/publications', '/nl/publications', '/ar/publications?look=list'],
    ...['/en/publications?kind=newspaper&name=tide', '/en/publications?format=json&page=2'],
  ),
  [addresses.publication]: just(href(addresses.publication, place), '/nl/publications/tide'),
  [addresses.edition]: just(
    href(addresses.edition, place),
    '/ar/publications/tide/2031-04-02',
    '/en/publications/tide/2031-04-03',
  ),
  [addresses.signIn]: just('/en/sign-in', `/nl/sign-in?again=1&return=${storyPath}`),
  [addresses.signInCode]: just('/en/sign-in/code'),
  [addresses.signInLink]: just('/en/sign-in/link/x', '/en/sign-in/link/..%2f..%2fstory-plan'),
  [addresses.signInPasskey]: just('/en/sign-in/passkey'),
  [addresses.signInProvider]: just('/en/sign-in/provider'),
  [addresses.providerBack]: just('/sign-in/back?code=1&state=2'),
  [addresses.signOut]: just('/en/sign-out'),
  [addresses.account]: just('/en/account', '/ar/account?done=saved'),
  [addresses.accountProfile]: just('/en/account/profile'),
  [addresses.accountAddress]: just('/en/account/address'),
  [addresses.accountPasskeys]: just('/en/account/passkeys'),
  [addresses.accountPasskey]: just('/en/account/passkey'),
  [addresses.accountDevices]: just('/en/account/devices'),
  [addresses.accountData]: just('/en/account/everything.json'),
  [addresses.accountReading]: just('/en/account/reading'),
  [addresses.accountDelete]: just('/en/account/delete'),
  [addresses.accountPlan]: just('/en/account/plan'),
  [addresses.accountWithdraw]: just('/en/account/withdraw?subscription=x'),
  [addresses.plans]: just('/en/plans', `/ar/plans?return=${storyPath}`),
  [addresses.household]: just('/en/account/household'),
  [addresses.seat]: just('/en/household/x'),
  [addresses.withdraw]: just('/en/withdraw/x'),
  [addresses.accountGifts]: just('/en/account/gifts'),
  [addresses.accountProvider]: just('/en/account/provider'),
  [addresses.give]: ofStories((story) => href(addresses.give, { ...place, story })),
  [addresses.gift]: ofStories((story) => href(addresses.gift, { ...place, story, token: 'x' })),
  [addresses.portal]: just('/en/account/payments'),
  [addresses.buy]: just(
    '/en/plans/buy?price=x',
    `/en/plans/buy?publication=tide&edition=${edition}`,
  ),
  [addresses.bought]: just('/en/plans/bought?return=/en'),
  [addresses.payments]: just('/payments/stripe'),
  [addresses.trial]: just(`/nl/plans/trial?plan=GOLD&return=${storyPath}`),
  [addresses.voucher]: just('/en/plans/voucher?return=/en', '/ar/plans/voucher'),
  [addresses.about]: just('/en/about'),
  [addresses.accessibility]: just('/en/accessibility'),
  [addresses.privacy]: just('/en/privacy'),
  [addresses.readingSettings]: just('/en/reading'),
  [addresses.accountPlaces]: ofStories(
    (story) => `/en/account/places?story=tide/${edition}/${story}`,
  ),
  [addresses.mine]: just('/en/mine', `/ar/mine?follow=publication/tide&return=${storyPath}`),
  [addresses.saved]: ofStories((story) => `/en/saved?save=tide/${edition}/${story}`),
  [addresses.history]: just('/en/history'),
  [addresses.lists]: ofStories((story) => `/en/lists?story=tide/${edition}/${story}`),
  [addresses.list]: just('/en/lists/x'),
  [addresses.listDelete]: just('/en/lists/x/delete'),
  [addresses.sharedListFeed]: ({ list }) =>
    [`${list}.atom`, `${list}.json`, list, 'x.atom'].map((token) =>
      href(addresses.sharedListFeed, { locale, token }),
    ),
  [addresses.sharedList]: ({ list }) => [`/en/lists/shared/${list}`, '/ar/lists/shared/x'],
  [addresses.accountShelf]: ofStories(
    (story) => `/en/account/shelf.json?of=publication/tide&of=story/tide/${edition}/${story}`,
  ),
  [addresses.accountFollows]: just('/en/account/follows.opml'),
  [addresses.accountFeed]: just('/en/account/feed'),
  [addresses.byline]: just(...bylines.map((name) => href(addresses.byline, { locale, name }))),
  [addresses.bylineFeed]: just(
    ...bylines.flatMap((name) =>
      ['atom', 'json'].map((format) =>
        href(addresses.bylineFeed, { locale, file: `${name}.${format}` }),
      ),
    ),
  ),
  [addresses.queue]: just('/en/queue', '/ar/queue'),
  [addresses.player]: just('/en/listening'),
  [addresses.storyIn]: ({ slugs }) =>
    slugs.flatMap((story) => {
      const inDutch = href(addresses.storyIn, { ...place, story, language: 'nl' })
      return [inDutch, `${inDutch}?view=beside`, `${inDutch}-x`]
    }),
  [addresses.narration]: ({ slugs }) =>
    slugs.flatMap((story) => {
      const said = href(addresses.narration, { ...place, story })
      return [said, `${said}?in=nl`]
    }),
  [addresses.narrationSound]: ({ slugs }) =>
    slugs.flatMap((story) => {
      const sound = href(addresses.narrationSound, { ...place, story })
      return [sound, `${sound}?from=standfirst&voice=soft/en`, `${sound}?in=nl`]
    }),
  [addresses.citationRis]: ofStories((story) => href(addresses.citationRis, { ...place, story })),
  [addresses.citationCsl]: ofStories((story) => href(addresses.citationCsl, { ...place, story })),
  [addresses.story]: ofStories((story) => href(addresses.story, { ...place, story })),
}
