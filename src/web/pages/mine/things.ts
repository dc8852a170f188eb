import { bylineKey, type PublicationName, type PublicStory, topicNamed } from '#catalogue'
import { type Interest, interestKinds } from '#reading'
import { addresses, href, nameInAddress } from '../../addresses.ts'
import type { Thing } from '../../components/keeping.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { PageNeeds } from '../../page-needs.ts'

/** What is followed or muted, by the name that pages and by the one that storage has for it. */
export interface NamedInterest {
  readonly thing: Thing
  readonly interest: Interest
}

export const publicationThing = ({ slug, title, language }: PublicationName): Thing => ({
  kind: 'publication',
  name: slug,
  title,
  language,
})

export const topicThing = ({ say }: Tongue, topic: NonNullable<PublicStory['topic']>): Thing => ({
  kind: 'topic',
  name: topic,
  title: say(`topic-${topic}`),
})

export const bylineThing = (key: string, name: string): Thing => ({
  kind: 'byline',
  name: key,
  title: name,
})

/** What of a story can be followed. */
export function thingsIn(tongue: Tongue, story: PublicStory): readonly Thing[] {
  const publication: Thing = {
    kind: 'publication',
    name: story.publicationSlug,
    title: story.publicationTitle,
    language: story.publicationLanguage,
  }
  const names = new Map(story.bylines.map((name) => [bylineKey(name), name]))
  const bylines = [...names].flatMap(([key, name]) => (key === null ? [] : bylineThing(key, name)))
  return [
    publication,
    ...(story.topic === null ? [] : [topicThing(tongue, story.topic)]),
    ...bylines,
  ]
}

/** Where its stories are. */
export function thingAt({ locale }: Tongue, { kind, name }: Thing): string {
  switch (kind) {
    case 'publication':
      return href(addresses.publication, { locale: locale.name, publication: name })
    case 'topic':
      return href(addresses.topic, { locale: locale.name, topic: name })
    case 'byline':
      return href(addresses.byline, { locale: locale.name, name })
  }
}

type Needs = Pick<PageNeeds, 'shelves' | 'bylines'>

/** What a form calls "publication/harbour-courier", if there is such a thing on the stand. */
export async function thingNamed(
  { shelves, bylines }: Needs,
  tongue: Tongue,
  word: string,
): Promise<NamedInterest | null> {
  const [given = '', said = '', ...more] = word.split('/')
  const kind = interestKinds.find((one) => one === given)
  const name = nameInAddress(said)
  if (kind === undefined || name === null || more.length > 0) return null
  switch (kind) {
    case 'publication': {
      const found = await shelves.publication(name)
      if (found === null) return null
      return { thing: publicationThing(found), interest: { kind, subject: found.id } }
    }
    case 'topic': {
      const topic = topicNamed(name)
      if (topic === null) return null
      return { thing: topicThing(tongue, topic), interest: { kind, subject: topic } }
    }
    case 'byline': {
      const byline = (await bylines.named([name])).get(name)
      if (byline === undefined) return null
      return { thing: bylineThing(byline.key, byline.name), interest: { kind, subject: name } }
    }
  }
}

/**
 * What kept interests are about, in their order. A publication that has left the stand is not named:
 * should it come back, it is followed as before.
 */
export async function thingsOf<Kept extends Interest>(
  { shelves, bylines }: Needs,
  tongue: Tongue,
  kept: readonly Kept[],
): Promise<readonly { readonly thing: Thing; readonly interest: Kept }[]> {
  const keys = kept.filter(({ kind }) => kind === 'byline').map(({ subject }) => subject)
  const [all, named] = await Promise.all([
    kept.some(({ kind }) => kind === 'publication') ? shelves.onStand() : [],
    bylines.named(keys),
  ])
  const publications = new Map(all.map((one) => [one.id, one]))
  return kept.flatMap((interest) => {
    const { kind, subject } = interest
    if (kind === 'publication') {
      const found = publications.get(subject)
      return found === undefined ? [] : { thing: publicationThing(found), interest }
    }
    if (kind === 'topic') {
      const topic = topicNamed(subject)
      return topic === null ? [] : { thing: topicThing(tongue, topic), interest }
    }
    return { thing: bylineThing(subject, named.get(subject)?.name ?? subject), interest }
  })
}
