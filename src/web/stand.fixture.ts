import {
  cutBlocks,
  defaultCut,
  lengthOf,
  type PublicStory,
  readyHtml,
  type StoryCard,
  topics,
} from '#catalogue'
import { directionOf } from '#ground/language'
import { nothingSold } from './access.fixture.ts'
import { collectionsInMemory } from './collections.fixture.ts'
import { editionFrom, editionReader, isOn, newestFirst } from './editions.fixture.ts'
import { plainNarrator } from './narrator.fixture.ts'
import type { AppNeeds, Change, WebSettings } from './needs.ts'
import { harbourPicture, pictureBytes, plainTypesetter } from './picture.fixture.ts'
import { placesInMemory, queuesInMemory } from './places.fixture.ts'
import { publicationReader } from './publication-reader.fixture.ts'
import { nobody } from './reader/readers.fixture.ts'
import { documentOf, plainIndex } from './search.fixture.ts'
import { publications } from './stand-publications.fixture.ts'
import { named, stories, type Told } from './stories.fixture.ts'
import { bylinesOf, theirsInMemory } from './theirs.fixture.ts'
import { plainTranslator } from './translator.fixture.ts'
import { plainSettings } from './web-settings.fixture.ts'

/** A whole stand in memory that answers as the stores do, and counts what it was asked. */
export interface Stand {
  readonly needs: AppNeeds
  /** The names of the store calls so far. */
  readonly asked: string[]
  readonly reported: string[]
  readonly noted: string[]
  /** Publishes, and says so. */
  readonly add: (told: Told) => void
  readonly withdraw: (slug: string) => void
  readonly change: (what: Change) => void
}

interface Standing {
  readonly stories?: readonly Told[]
  readonly settings?: Partial<WebSettings>
  readonly changed?: Partial<AppNeeds>
}

export function standWith(standing: Standing = {}): Stand {
  const told = [...(standing.stories ?? stories)]
  const [asked, reported, noted]: [string[], string[], string[]] = [[], [], []]
  const hearers: ((what: Change) => void)[] = []
  const change = (what: Change) => hearers.forEach((hear) => void hear(what))
  const counted = <Reader extends object>(reader: Reader): Reader =>
    new Proxy(reader, {
      get: (target, name) => {
        asked.push(String(name))
        return Reflect.get(target, name)
      },
    })

  const toldAs = (id: string) => told.find((one) => idOf(one) === id)

  const needs: AppNeeds = {
    publications: counted(publicationReader(told)),
    editions: counted(editionReader(told)),
    stories: counted(storyReader(told)),
    ...collectionsInMemory(told, change),
    rests: counted({
      of: async (id: string) => readyHtml(cutOf(toldAs(id)).rest, 'rest'),
      blocksOf: async (id: string) => cutOf(toldAs(id)).rest,
      blocksOfEach: async (stories: readonly { readonly id: string }[]) =>
        new Map(stories.map(({ id }) => [id, cutOf(toldAs(id)).rest])),
    }),
    leads: {
      blocksOf: async (id: string) => cutOf(toldAs(id)).lead,
      blocksOfEach: async (stories: readonly { readonly id: string }[]) =>
        new Map(stories.map(({ id }) => [id, cutOf(toldAs(id)).lead])),
    },
    places: placesInMemory(),
    queues: queuesInMemory(),
    bylines: bylinesOf(() => told.filter(isOn).map(storyFrom)),
    theirs: theirsInMemory(() => told.filter(isOn).map(storyFrom)),
    narrator: plainNarrator().narrator,
    translator: plainTranslator().translator,
    search: plainIndex(() =>
      told.filter(isOn).map((one) => documentOf(one, cardFrom(one), cutOf(one))),
    ),
    pictureUses: {
      of: async (digest) =>
        digest === harbourPicture.digest ? [{ door: 'plan', place: 'lead' }] : [],
    },
    pictureFiles: {
      read: async (name) => pictureBytes[name.endsWith('.avif') ? 'avif' : 'webp'],
    },
    typesetter: plainTypesetter,
    sourceArchive: async () => Buffer.from('the source'),
    accounts: nobody,
    access: nothingSold,
    changes: { subscribe: (hear) => void hearers.push(hear) },
    settings: { ...plainSettings, ...standing.settings },
    clock: () => Temporal.Instant.from('2025-05-20T10:00:00Z'),
    health: async () => ({ ok: true }),
    report: (error, where) => void reported.push(`${where}: ${error}`),
    note: (what, facts) => void noted.push(`${what}: ${Object.values(facts).join(', ')}`),
    ...standing.changed,
  }
  const add = (one: Told) => {
    told.unshift(one)
    change({ publicationSlug: one.publication })
  }
  const withdraw = (slug: string) => {
    const at = told.findIndex((one) => one.slug === slug)
    const one = told[at]
    if (one === undefined) return
    told[at] = { ...one, withdrawn: true }
    change({ publicationSlug: one.publication })
  }
  return { needs, asked, reported, noted, add, withdraw, change }
}

const idOf = ({ publication, edition, slug }: Told) => `${publication}/${edition}/${slug}`

const cutOf = (told: Told | undefined) =>
  told === undefined
    ? { lead: [], rest: [] }
    : told.door === 'open'
      ? { lead: named(told.blocks), rest: [] }
      : cutBlocks(named(told.blocks), defaultCut, told.language)

function cardFrom(told: Told): StoryCard {
  const publication = publications.find(({ slug }) => slug === told.publication)
  const first = cutOf(told).lead.find((block) => block.kind === 'picture')
  return {
    id: idOf(told),
    slug: told.slug,
    editionSlug: told.edition,
    editionDate: Temporal.PlainDate.from(told.edition.slice(0, 10)),
    publicationSlug: told.publication,
    publicationTitle: publication?.title ?? told.publication,
    publicationLanguage: publication?.language ?? told.language,
    section: told.section,
    headline: told.headline,
    standfirst: told.standfirst ?? '',
    language: told.language,
    direction: directionOf(told.language),
    door: told.door,
    minutes: lengthOf(told.blocks, told.language).minutes,
    picture: first?.kind === 'picture' ? first.picture : null,
    topic: told.topic ?? null,
    translatedFrom: told.translatedFrom ?? null,
  }
}

const publishedAt = (told: Told) => Temporal.Instant.from(`${told.edition.slice(0, 10)}T04:00:00Z`)

function storyFrom(told: Told): PublicStory {
  const { lead, rest } = cutOf(told)
  return {
    ...cardFrom(told),
    publicationId: `publication-${told.publication}`,
    editionId: `${told.publication}/${told.edition}`,
    revision: 1,
    bylines: told.bylines ?? [],
    lead: readyHtml(lead, 'lead'),
    left: rest.length === 0 ? null : lengthOf(rest, told.language),
    publishedAt: publishedAt(told),
    corrections: told.corrections ?? [],
    home: told.home ?? null,
    complete: told.complete ?? true,
    changedAt: publishedAt(told),
    work: told.work ?? '',
    translators: told.translators ?? [],
  }
}

const alikePairs = (all: readonly Told[]) =>
  all.map((one) => {
    const alike = ({ report }: Told) => report !== undefined && report === one.report
    return [one, all.filter((other) => other !== one && alike(other))] as const
  })

function storyReader(told: readonly Told[]): AppNeeds['stories'] {
  const on = () => told.filter(isOn)
  return {
    byAddress: async ({ publication, edition, story }) => {
      const one = told.find((its) => idOf(its) === `${publication}/${edition}/${story}`)
      if (one === undefined) return null
      return isOn(one) ? storyFrom(one) : 'withdrawn'
    },
    byIds: async (ids) => {
      const cards = on().map(cardFrom)
      return new Map(cards.filter(({ id }) => ids.includes(id)).map((card) => [card.id, card]))
    },
    openable: async (ids) => {
      const cards = on().map(storyFrom)
      return new Map(cards.filter(({ id }) => ids.includes(id)).map((card) => [card.id, card]))
    },
    inEdition: async (editionId) =>
      on()
        .filter((one) => editionFrom(one).id === editionId)
        .map(cardFrom),
    latestOf: async (publicationId, most) =>
      on()
        .filter(({ publication }) => `publication-${publication}` === publicationId)
        .toSorted(newestFirst)
        .slice(0, most)
        .map(cardFrom),
    newest: async (most, language) =>
      on()
        .filter((one) => language === undefined || one.language === language)
        .toSorted(newestFirst)
        .slice(0, most)
        .map(cardFrom),
    latest: async (most) => on().toSorted(newestFirst).slice(0, most).map(cardFrom),
    onTopic: async (topic, most) =>
      on()
        .filter((one) => one.topic === topic)
        .toSorted(newestFirst)
        .slice(0, most)
        .map(cardFrom),
    topics: async () => {
      const counts = topics.map((topic) => {
        const count = on().filter((one) => one.topic === topic).length
        return [topic, count] as const
      })
      return new Map(counts.filter(([, count]) => count > 0))
    },
    translationsOf: async ({ id, work }) =>
      on()
        .filter((one) => work !== '' && one.work === work && idOf(one) !== id)
        .map(cardFrom),
    alikeTo: async (id, most) => {
      const report = told.find((one) => idOf(one) === id)?.report
      return on()
        .filter((one) => report !== undefined && one.report === report && idOf(one) !== id)
        .slice(0, most)
        .map(cardFrom)
    },
    alikeAmong: async (ids) => {
      const pairs = alikePairs(on().filter((one) => ids.includes(idOf(one))))
      return new Map(pairs.map(([one, others]) => [idOf(one), new Set(others.map(idOf))]))
    },
    months: async () => {
      const groups = Map.groupBy(on(), ({ edition }) => edition.slice(0, 7))
      return [...groups].sort().map(([month, inside]) => ({ month, stories: inside.length }))
    },
    inMonth: async (month, { skip, most }) =>
      on()
        .filter(({ edition }) => edition.startsWith(month))
        .slice(skip, skip + most)
        .map((one) => ({
          publicationSlug: one.publication,
          editionSlug: one.edition,
          slug: one.slug,
          changedAt: publishedAt(one),
        })),
  }
}
