import { html } from 'hono/html'
import type { ArchiveYear, EditionCard, Publication, StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { cards } from '../../components/card.ts'
import { copyAmong } from '../../components/cover.ts'
import { feedLink } from '../../components/feed-link.ts'
import { followOne } from '../../components/keeping.ts'
import type { Savable } from '../../components/savable.ts'
import { coverAddress } from '../../components/typeset-address.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { publicationThing } from '../mine/things.ts'
import { completenessOf } from './completeness.ts'
import { mastheadOf } from './masthead.ts'
import { newestOf } from './newest.ts'

interface PublicationPage {
  readonly publication: Publication
  /** Editions, newest first, at least one. */
  readonly recent: readonly EditionCard[]
  /** The newest edition's stories, in page order. */
  readonly contents: readonly StoryCard[]
  /** The latest stories of earlier editions. */
  readonly before: readonly StoryCard[]
  readonly years: readonly ArchiveYear[]
  /** The day of the oldest edition on the stand. */
  readonly oldest: Temporal.PlainDate
  /** Base languages of its stories. */
  readonly languages: readonly string[]
  readonly keep: Savable | null
}

/** Earlier editions shown with a cover; all stand in the archive. */
const covers = 12

export function publicationSheet(tongue: Tongue, page: PublicationPage): Sheet {
  const { publication, recent, before, oldest, languages, keep } = page
  const { title, description, language, slug } = publication
  const complete = completenessOf(tongue, publication, oldest)
  const path = href(addresses.publication, { locale: tongue.locale.name, publication: slug })
  const [newest] = recent
  const earlier = recent.slice(1, 1 + covers)
  const latest =
    before.length > 0 &&
    html`<section class="latest"><h2>${tongue.say('stories-before')}</h2>${cards(tongue, before, 'publication', { keep })}</section>`
  return {
    title,
    description,
    path,
    language,
    kind: 'list',
    styles: 'publication.css',
    subject: { kind: 'publication', publication },
    ...(newest && { picture: coverAddress(newest) }),
    body: html`<div class="publication">${mastheadOf(tongue, { publication, languages, complete })}${followOne(tongue, publicationThing(publication), path)}${newest && newestOf(tongue, newest, page)}<div class="before${fewOf(earlier)}">${earlierOf(tongue, earlier)}${latest}</div>${yearsOf(tongue, page)}${feedLink(tongue, { kind: 'publication', publication })}</div>`,
  }
}

/** A few covers lie beside the stories, more of them above. */
const fewOf = (earlier: readonly EditionCard[]) => (earlier.length < 4 ? ' few' : '')

function earlierOf(tongue: Tongue, earlier: readonly EditionCard[]): Html | '' {
  if (earlier.length === 0) return ''
  return html`<section class="copies earlier"><h2>${tongue.say('earlier-editions')}</h2><ul class="shelf${fewOf(earlier)}">${earlier.map((one) => copyAmong(tongue, one))}</ul></section>`
}

function yearsOf(tongue: Tongue, { publication, years }: PublicationPage): Html {
  const links = years.map(({ year, editions }) => {
    const names = { locale: tongue.locale.name, publication: publication.slug, year: String(year) }
    const count = tongue.say('count-editions', { count: editions })
    return html`<li><a href="${href(addresses.archive, names)}">${tongue.year(year)}</a> <span class="facts"><span>${count}</span></span></li>`
  })
  return html`<section class="years"><h2>${tongue.say('archive-by-year')}</h2><ul>${links}</ul></section>`
}
