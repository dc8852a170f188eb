import { readFileSync } from 'node:fs'
import type { SaleOffer } from '#access'
import type { PublicStory, StoryAddress, StoryCard } from '#catalogue'
import { addresses, href } from '#web'
import { goldOffer, selling as paid } from '../../src/web/access.fixture.ts'
import { standWith } from '../../src/web/stand.fixture.ts'
import { served } from '../browser.fixture.ts'
import { type OpenStand, openDemoStand } from '../demo.fixture.ts'
import { brokenStand } from '../pages.fixture.ts'
import type { ShownPage } from './shown-page.ts'

export interface Pages extends AsyncDisposable {
  readonly pages: readonly ShownPage[]
}

/** Every page there is, on the demo stand; the failure and the empty stand are stands of their own. */
export async function demoPages(): Promise<Pages> {
  await using opened = new AsyncDisposableStack()
  const demo = opened.use(await openDemoStand())
  const empty = await served(standWith({ stories: [], settings: { name: 'Kiosk' } }))
  opened.defer(() => void empty.server.close())
  const broken = await served(brokenStand())
  opened.defer(() => void broken.server.close())
  const selling = await served(
    standWith({ settings: { name: 'Kiosk' }, changed: { access: paid({}, ...offers) } }),
  )
  opened.defer(() => void selling.server.close())

  const toPlans = (locale: string) => href(addresses.plans, { locale })
  const others: ShownPage[] = [
    { name: 'plans-offered', origin: selling.origin, path: toPlans, status: 200 },
    { name: 'failure', origin: broken.origin, path: (locale) => `/${locale}`, status: 500 },
    { name: 'empty-stand', origin: empty.origin, path: (locale) => `/${locale}`, status: 200 },
  ]
  const pages = [...(await standingPages(demo)), ...(await storyPages(demo)), ...others]
  const kept = opened.move()
  return { pages, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

const offers: readonly SaleOffer[] = [
  goldOffer,
  { ...goldOffer, price: { currency: 'EUR', minor: 9_900 }, per: 'year', trialDays: 0 },
]

async function standingPages({ origin, stand }: OpenStand): Promise<ShownPage[]> {
  const [topic = ''] = [...(await stand.stories.topics())].sort(([, a], [, b]) => b - a)[0] ?? []
  const [card] = await stand.stories.latest(1)
  if (card === undefined) throw new Error('There is nothing on the demo stand.')
  const { publicationSlug: publication, editionSlug: edition } = card
  const year = String(card.editionDate.year)
  const pages: Readonly<Record<string, (locale: string) => string>> = {
    front: (locale) => href(addresses.front, { locale }),
    topics: (locale) => href(addresses.topics, { locale }),
    topic: (locale) => href(addresses.topic, { locale, topic }),
    'catalogue-wall': (locale) => href(addresses.publications, { locale }),
    'catalogue-list': (locale) => `${href(addresses.publications, { locale })}?look=list`,
    publication: (locale) => href(addresses.publication, { locale, publication }),
    archive: (locale) => href(addresses.archive, { locale, publication, year }),
    edition: (locale) => href(addresses.edition, { locale, publication, edition }),
    plans: (locale) => href(addresses.plans, { locale }),
    about: (locale) => href(addresses.about, { locale }),
    accessibility: (locale) => href(addresses.accessibility, { locale }),
    privacy: (locale) => href(addresses.privacy, { locale }),
  }
  const missing = {
    name: 'not-found',
    origin,
    path: (locale: string) => `/${locale}/publications/${publication}/${edition}/no-such-story`,
    status: 404,
  }
  return [
    ...Object.entries(pages).map(([name, path]) => ({ name, origin, path, status: 200 })),
    missing,
  ]
}

/** One story of each kind that looks different from the others. */
async function storyPages({ origin, stand }: OpenStand): Promise<ShownPage[]> {
  const all = await everyStory(stand)
  const kinds: Readonly<Record<string, (story: PublicStory) => boolean>> = {
    'story-open': ({ door, picture }) => door === 'open' && picture !== null,
    'story-walled': ({ left, picture }) => left !== null && picture !== null,
    'story-translated': ({ translatedFrom }) => translatedFrom !== null,
    'story-table': ({ lead }) => lead.includes('<table'),
    'story-corrected': ({ corrections }) => corrections.length > 0,
    'story-dutch': ({ language, picture }) => language === 'nl' && picture !== null,
    'story-arabic': ({ language }) => language.startsWith('ar'),
  }
  const pages = Object.entries(kinds).flatMap(([name, isOne]) => {
    const story = all.find(isOne)
    if (story === undefined) return []
    return [{ name, origin, path: pathOf(addressOf(story)), status: 200 }]
  })
  const gone = { name: 'gone', origin, path: pathOf(withdrawnInDemo()), status: 410 }
  return [...pages, gone]
}

async function everyStory({ publications, stories }: OpenStand['stand']): Promise<PublicStory[]> {
  const cards = await Promise.all(
    (await publications.onStand()).map(({ id }) => stories.latestOf(id, 100)),
  )
  const all = await Promise.all(cards.flat().map((card) => stories.byAddress(addressOf(card))))
  return all.filter((story) => story !== null && story !== 'withdrawn')
}

const addressOf = (card: StoryCard): StoryAddress => ({
  publication: card.publicationSlug,
  edition: card.editionSlug,
  story: card.slug,
})

const pathOf = (story: StoryAddress) => (locale: string) =>
  href(addresses.story, { locale, ...story })

/** The story that the demo's own list takes back. */
function withdrawnInDemo(): StoryAddress {
  const steps: { withdraw?: StoryAddress }[] = JSON.parse(
    readFileSync('demo/afterwards.json', 'utf8'),
  )
  const step = steps.find(({ withdraw }) => withdraw !== undefined)
  if (step?.withdraw === undefined) throw new Error('demo/afterwards.json withdraws no story.')
  return step.withdraw
}
