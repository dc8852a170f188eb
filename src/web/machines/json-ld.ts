import type {
  BreadcrumbList,
  CollectionPage,
  Graph,
  Organization,
  Thing,
  WebSite,
} from 'schema-dts'
import type { StoryCard } from '#catalogue'
import { addresses, href, withoutLocale } from '../addresses.ts'
import { storyLink } from '../components/card.ts'
import { linkedEdition, linkedPublication } from './linked-publication.ts'
import { linkedStory } from './linked-story.ts'
import { absolute, type Site } from './site.ts'
import type { CollectionSubject, Subject } from './subject.ts'

/** What the page itself is called, and where. */
export interface Named {
  readonly title: string
  readonly path: string
  readonly picture?: string
}

/** What a page is about, in the words of schema.org, with the way that leads to it. */
export function jsonLd(site: Site, subject: Subject, page: Named): Graph {
  const things: Thing[] = [...thingsOf(site, subject, page)]
  if (subject.kind !== 'stand') things.push(breadcrumbs(site, subject, page))
  return { '@context': 'https://schema.org', '@graph': things }
}

function thingsOf(site: Site, subject: Subject, { picture }: Named): readonly Thing[] {
  switch (subject.kind) {
    case 'stand':
      return [webSite(site), stand(site)]
    case 'publication':
      return [linkedPublication(site, subject.publication, picture)]
    case 'edition':
      return [linkedEdition(site, subject, picture)]
    case 'story':
      return [linkedStory(site, subject, picture)]
    case 'collection':
      return [linkedCollection(site, subject)]
    case 'topic':
    case 'byline':
    case 'archive':
    case 'list':
      return []
  }
}

/** Who chose, and the stories in their order, by the addresses of their pages. */
function linkedCollection(site: Site, { collection, stories }: CollectionSubject): CollectionPage {
  const { slug, title, introduction, language, editor, changedAt } = collection
  const locale = site.tongue.locale.name
  const url = absolute(site, href(addresses.collection, { locale, collection: slug }))
  return {
    '@type': 'CollectionPage',
    '@id': absolute(site, withoutLocale(href(addresses.collection, { locale, collection: slug }))),
    url,
    name: title,
    description: introduction,
    inLanguage: language,
    editor: { '@type': 'Person', name: editor },
    dateModified: changedAt.toString(),
    publisher: { '@id': standName(site) },
    mainEntity: {
      '@type': 'ItemList',
      itemListOrder: 'https://schema.org/ItemListOrderAscending',
      numberOfItems: stories.length,
      itemListElement: stories.map((story, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: story.headline,
        url: absolute(site, storyLink(site.tongue, story)),
      })),
    },
  }
}

const standName = (site: Site) => absolute(site, '/#stand')

function stand(site: Site): Organization {
  return {
    '@type': 'Organization',
    '@id': standName(site),
    name: site.settings.name,
    url: absolute(site, addresses.root),
    logo: { '@type': 'ImageObject', url: absolute(site, site.mark) },
  }
}

function webSite(site: Site): WebSite {
  const { settings, tongue } = site
  return {
    '@type': 'WebSite',
    '@id': absolute(site, '/#site'),
    name: settings.name,
    url: absolute(site, href(addresses.front, { locale: tongue.locale.name })),
    inLanguage: tongue.locale.name,
    publisher: { '@id': standName(site) },
  }
}

interface Step {
  readonly name: string
  readonly path: string
}

function breadcrumbs(site: Site, subject: Subject, { title, path }: Named): BreadcrumbList {
  const front = href(addresses.front, { locale: site.tongue.locale.name })
  const above = stepsTo(site, subject)
  const steps: readonly Step[] = [
    { name: site.settings.name, path: front },
    ...above,
    { name: title.replace(isolates, ''), path },
  ]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: step.name,
      item: absolute(site, step.path),
    })),
  }
}

/** What keeps names of two directions apart on a page; a program shows each name by itself. */
const isolates = /[\u2066-\u2069]/g

/** The pages between the front page and this one. */
function stepsTo({ tongue }: Site, subject: Subject): readonly Step[] {
  const locale = tongue.locale.name
  const publicationStep = (slug: string, name: string): Step => ({
    name,
    path: href(addresses.publication, { locale, publication: slug }),
  })
  const editionStep = (story: StoryCard): Step => ({
    name: tongue.date(story.editionDate),
    path: href(addresses.edition, {
      locale,
      publication: story.publicationSlug,
      edition: story.editionSlug,
    }),
  })
  switch (subject.kind) {
    case 'stand':
    case 'byline':
    case 'list':
      return []
    case 'topic':
      return [{ name: tongue.say('nav-topics'), path: href(addresses.topics, { locale }) }]
    case 'collection': {
      const path = href(addresses.collections, { locale })
      return [{ name: tongue.say('collections-title'), path }]
    }
    case 'publication': {
      const path = href(addresses.publications, { locale })
      return [{ name: tongue.say('nav-catalogue'), path }]
    }
    case 'archive':
    case 'edition':
      return [publicationStep(subject.publication.slug, subject.publication.title)]
    case 'story': {
      const { story } = subject
      return [publicationStep(story.publicationSlug, story.publicationTitle), editionStep(story)]
    }
  }
}
