import { html } from 'hono/html'
import type { EditionCard, Publication, StoryCard } from '#catalogue'
import { directionOf } from '#ground/language'
import { addresses, href } from '../../addresses.ts'
import { card } from '../../components/card.ts'
import { copyOf } from '../../components/cover.ts'
import { spokenIn } from '../../components/spoken.ts'
import { coverAddress } from '../../components/typeset-address.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'

interface PublicationPage {
  readonly publication: Publication
  /** Newest first, at least one. */
  readonly editions: readonly EditionCard[]
  readonly stories: readonly StoryCard[]
}

/** Earlier editions that are shown with a cover; the others stand in a list of dates. */
const covers = 6

export function publicationSheet(tongue: Tongue, page: PublicationPage): Sheet {
  const { publication, editions, stories } = page
  const { say, locale } = tongue
  const { title, description, language, slug } = publication
  const newest = editions.slice(0, 1).map((one) => copyOf(tongue, one, { first: true }))
  const cards = stories.map((story) => card(tongue, story, 'publication'))
  return {
    title,
    description,
    path: href(addresses.publication, { locale: locale.name, publication: slug }),
    language,
    kind: 'list',
    ...(editions[0] && { picture: coverAddress(editions[0]) }),
    body: html`<div class="publication"><header dir="${directionOf(language)}"><h1 ${spokenIn(language)}>${title}</h1>${description && html`<p class="standfirst" ${spokenIn(language)}>${description}</p>`}${factsOf(tongue, publication)}</header><div class="newest"><section class="copies"><h2>${say('newest-edition')}</h2><ul class="shelf">${newest}</ul></section><section class="latest"><h2>${say('latest-stories')}</h2><ul class="cards">${cards}</ul></section></div>${archive(tongue, editions.slice(1), publication)}</div>`,
  }
}

function factsOf({ say, language }: Tongue, publication: Publication): Html {
  const { kind, home } = publication
  const address = home === null ? null : URL.parse(home)
  const host = address?.hostname.replace(/^www\./, '') ?? ''
  const site =
    address && /^https?:$/.test(address.protocol)
      ? html`<span><a href="${address.href}" rel="noopener">${say('publisher-site', { host })}</a></span>`
      : ''
  return html`<p class="facts"><span>${say(`kind-${kind}`)}</span><span>${language(publication.language)}</span>${site}</p>`
}

function archive(
  tongue: Tongue,
  earlier: readonly EditionCard[],
  { slug }: Publication,
): Html | '' {
  if (earlier.length === 0) return ''
  const copies = earlier.slice(0, covers).map((one) => copyOf(tongue, one))
  const dates = earlier.slice(covers).map(({ edition }) => {
    const names = { locale: tongue.locale.name, publication: slug, edition: edition.slug }
    const name = edition.name === '' ? '' : html`<bdi>${edition.name}</bdi>`
    return html`<li><a href="${href(addresses.edition, names)}"><time datetime="${edition.date.toString()}">${tongue.date(edition.date)}</time></a>${name}</li>`
  })
  return html`<section class="copies archive"><h2>${tongue.say('earlier-editions')}</h2><ul class="shelf">${copies}</ul>${dates.length > 0 && html`<ul class="dates">${dates}</ul>`}</section>`
}
