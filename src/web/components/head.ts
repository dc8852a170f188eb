import { html } from 'hono/html'
import { type PublicStory, socialSize } from '#catalogue'
import { inLocale } from '../addresses.ts'
import { chooseLocale } from '../languages/choose.ts'
import { type Locale, localesOf } from '../languages/locales.ts'
import type { Sheet } from '../layout.ts'
import { dataBlock } from '../machines/data-block.ts'
import { feedOf, feedTitle, hasFeed } from '../machines/feeds/feed-of.ts'
import { jsonLd } from '../machines/json-ld.ts'
import { absolute, type Site } from '../machines/site.ts'
import type { Html } from '../page.ts'

/**
 * What search engines, feed readers and shared links see of a page; only ever made from what anyone
 * may read. A page without an address is kept out of every index.
 */
export function headOf(site: Site, sheet: Sheet): Html {
  const { path, title, description, subject, unlisted } = sheet
  if (path === null) return noIndex
  if (unlisted) return html`<meta name="robots" content="noindex, follow">`
  const { settings, tongue } = site
  const story = subject?.kind === 'story' ? subject.story : null
  const said =
    description &&
    html`<meta name="description" content="${description}"><meta property="og:description" content="${description}">`
  const data = subject && dataBlock(jsonLd(site, subject, { ...sheet, path }))
  return html`${tongue.locale.disguise && noIndex}<link rel="canonical" href="${absolute(site, path)}">${alternates(site, path)}${feedLinks(site, sheet)}${said}<meta property="og:title" content="${title}"><meta property="og:type" content="${story ? 'article' : 'website'}"><meta property="og:url" content="${absolute(site, path)}"><meta property="og:site_name" content="${settings.name}">${languages(site, story)}${story && newsFacts(story)}${shown(site, sheet)}${data}`
}

const noIndex = html`<meta name="robots" content="noindex">`

const shipped = localesOf({ pseudoLocales: false })

/** The same page in every language of the interface; whoever reads none of them gets the stand's. */
function alternates(site: Site, path: string): readonly Html[] {
  const link = (language: string, locale: string) =>
    html`<link rel="alternate" hreflang="${language}" href="${absolute(site, inLocale(path, locale))}">`
  const own = chooseLocale([site.settings.language, 'en'], shipped)?.name ?? 'en'
  return [...shipped.map(({ name }) => link(name, name)), link('x-default', own)]
}

/** Where a feed reader finds the feed of what this page shows. */
function feedLinks({ tongue, settings }: Site, { subject }: Sheet): Html | '' {
  if (subject === undefined || !hasFeed(subject)) return ''
  const { atom, json } = feedOf(tongue, subject)
  const title = feedTitle(tongue, settings.name, subject)
  return html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${atom}"><link rel="alternate" type="application/feed+json" title="${title}" href="${json}">`
}

/** The title and the description of a story are in its own language, not in the page's. */
function languages({ tongue }: Site, story: PublicStory | null): Html {
  if (story) return html`<meta property="og:locale" content="${territory(story.language)}">`
  const others = shipped.filter(({ name }: Locale) => name !== tongue.locale.name)
  const all = others.map(
    ({ tag }) => html`<meta property="og:locale:alternate" content="${territory(tag)}">`,
  )
  return html`<meta property="og:locale" content="${territory(tongue.locale.tag)}">${all}`
}

/** "nl_NL" for "nl": Open Graph wants a country, so the likeliest is named (Unicode's data). */
function territory(tag: string): string {
  const known = territories.get(tag)
  if (known !== undefined) return known
  const { language, region } = new Intl.Locale(tag).maximize()
  const made = region === undefined ? language : `${language}_${region}`
  territories.set(tag, made)
  return made
}

/** Only languages of the interface and of stories get here, so this stays small. */
const territories = new Map<string, string>()

function newsFacts({ publishedAt, changedAt, section }: PublicStory): Html {
  const where = section && html`<meta property="article:section" content="${section}">`
  return html`<meta name="robots" content="max-image-preview:large"><meta property="article:published_time" content="${publishedAt.toString()}"><meta property="article:modified_time" content="${changedAt.toString()}">${where}`
}

/** The page's own picture; one that has none is shown with the mark of the stand. */
function shown(site: Site, { picture = site.mark, title, subject }: Sheet): Html {
  const { width, height } = socialSize
  const large = subject?.kind === 'story'
  const size = html`<meta property="og:image:width" content="${width}"><meta property="og:image:height" content="${height}">`
  return html`<meta property="og:image" content="${absolute(site, picture)}">${large && size}<meta property="og:image:alt" content="${title}"><meta name="twitter:card" content="${large ? 'summary_large_image' : 'summary'}">`
}
