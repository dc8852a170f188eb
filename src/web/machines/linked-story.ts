import type {
  CorrectionComment,
  CreativeWork,
  ImageObject,
  NewsArticle,
  Organization,
  Person,
} from 'schema-dts'
import { type PublicStory, pictureAddress, type StoryCard, socialSize } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { storyLink } from '../components/card.ts'
import { nameOfStory, periodical, publisherOf, reference } from './linked-publication.ts'
import { absolute, type Site } from './site.ts'
import type { StorySubject } from './subject.ts'

/** The class of the place where a page stops before the rest. Search engines want a plain class. */
export const walledPlace = '.wall'

/** As long as search engines show. */
const longestHeadline = 110

/**
 * A story in the words of schema.org, with what Google asks of news and of text that is not free
 * (developers.google.com/search/docs/appearance/structured-data: "article", "paywalled content").
 * @param shared the path of the picture that is made for sharing
 */
export function linkedStory(
  site: Site,
  subject: StorySubject,
  shared: string | undefined,
): NewsArticle {
  const { story, publication } = subject
  const page = absolute(site, storyLink(site.tongue, story))
  const free = story.door === 'open' || story.left === null
  const { publishedAt, changedAt } = story
  const isLater = Temporal.Instant.compare(changedAt, publishedAt) > 0
  return {
    '@type': 'NewsArticle',
    '@id': nameOfStory(site, story),
    url: page,
    mainEntityOfPage: page,
    headline: shortened(story.headline),
    ...(story.standfirst && { description: story.standfirst }),
    inLanguage: story.language,
    datePublished: publishedAt.toString(),
    dateModified: (isLater ? changedAt : publishedAt).toString(),
    author: authorsOf(site, subject),
    publisher: publisherOf(site, publication),
    ...(story.section && { articleSection: story.section }),
    timeRequired: `PT${story.minutes}M`,
    image: picturesOf(site, story, shared),
    isPartOf: {
      '@type': 'PublicationIssue',
      '@id': reference(site, 'edition', story),
      datePublished: story.editionDate.toString(),
      isPartOf: periodical(site, publication),
    },
    isAccessibleForFree: free,
    ...(!free && { hasPart: walled }),
    ...(story.corrections.length > 0 && { correction: correctionsOf(story) }),
    ...(story.translators.length > 0 && { translator: story.translators.map(person) }),
    ...translationsOf(site, subject),
  }
}

const walled = {
  '@type': 'WebPageElement',
  isAccessibleForFree: false,
  cssSelector: walledPlace,
} as const

const person = (name: string): Person => ({ '@type': 'Person', name })

/** Where nobody signed, the publication did. */
function authorsOf(
  site: Site,
  { story, publication }: StorySubject,
): readonly Person[] | Organization {
  if (story.bylines.length > 0) return story.bylines.map(person)
  return publisherOf(site, publication)
}

/** The story's own picture, and the one that is made for sharing. */
function picturesOf(
  site: Site,
  { picture }: StoryCard,
  shared: string | undefined,
): readonly ImageObject[] {
  const pictures: ImageObject[] = []
  if (picture !== null) {
    const wide = picture.widths.at(-1) ?? picture.width
    const high = Math.round((picture.height * wide) / picture.width)
    const path = pictureAddress(picture.digest, wide, 'webp')
    pictures.push(image(site, path, { width: wide, height: high }))
  }
  if (shared !== undefined) pictures.push(image(site, shared, socialSize))
  return pictures
}

const image = (site: Site, path: string, size: Size): ImageObject => ({
  '@type': 'ImageObject',
  url: absolute(site, path),
  width: `${size.width}`,
  height: `${size.height}`,
})

/** In pixels. */
interface Size {
  readonly width: number
  readonly height: number
}

const correctionsOf = ({ corrections }: PublicStory): readonly CorrectionComment[] =>
  corrections.map(({ at, note }) => ({
    '@type': 'CorrectionComment',
    ...(note && { text: note }),
    datePublished: at.toString(),
  }))

/** An original names its translations; a translation names what it was made from. */
function translationsOf(
  site: Site,
  { story, translations = [] }: StorySubject,
): Pick<Extract<NewsArticle, object>, 'translationOfWork' | 'workTranslation'> {
  if (translations.length === 0) return {}
  const from = story.translatedFrom
  if (from === null) return { workTranslation: translations.map((one) => work(site, one)) }
  const original = translations.find(
    ({ language }) => baseLanguage(language) === baseLanguage(from),
  )
  return original === undefined ? {} : { translationOfWork: work(site, original) }
}

const work = (site: Site, story: StoryCard): CreativeWork => ({
  '@type': 'NewsArticle',
  '@id': nameOfStory(site, story),
  url: absolute(site, storyLink(site.tongue, story)),
  headline: shortened(story.headline),
  inLanguage: story.language,
})

/** Cut between words where there are any, with a mark that it was. */
export function shortened(headline: string): string {
  const letters = Array.from(headline)
  if (letters.length <= longestHeadline) return headline
  const start = letters.slice(0, longestHeadline - 1).join('')
  const end = start.lastIndexOf(' ')
  return `${end > longestHeadline / 2 ? start.slice(0, end) : start}…`
}
