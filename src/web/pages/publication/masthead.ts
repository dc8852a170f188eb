import { html } from 'hono/html'
import { type KeptPicture, type Publication, pictureAddress } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { icon } from '../../components/icon.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { hostOf } from './completeness.ts'

interface Masthead {
  readonly publication: Publication
  /** Base languages of its stories, as they were found lately. */
  readonly languages: readonly string[]
  /** Whole sentences: how much of it is here. */
  readonly complete: readonly string[]
}

/** The head of a publication's page: its name, what it says of itself, and what is known of it. */
export function mastheadOf(tongue: Tongue, of: Masthead): Html {
  const { publication, complete } = of
  const { title, description, language, logo } = publication
  const speech = spokenIn(language)
  const name = logo === null ? title : logoOf(logo, title)
  const size = title.length > 28 ? 'long' : ''
  return html`<header class="masthead-of"><div class="name-of"><h1 class="${size}" ${speech}>${name}</h1>${description && html`<p class="standfirst" ${speech}>${description}</p>`}${complete.length > 0 && html`<p class="complete">${complete.join(' ')}</p>`}</div>${colophon(tongue, of)}</header>`
}

/** Pixels that a logo has to keep within; `publication.css` says the height too. */
const roomForLogo = { width: 360, height: 104 }

/**
 * On paper of its own: a logo is drawn for a white page, whatever the theme. Its size is said as it
 * is shown, so that its room is kept until it comes.
 */
function logoOf({ digest, width, height, widths }: KeptPicture, title: string): Html {
  const scale = Math.min(1, roomForLogo.width / width, roomForLogo.height / height)
  const shown = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) }
  const files = widths.map((wide) => `${pictureAddress(digest, wide, 'webp')} ${wide}w`).join(', ')
  const plain = pictureAddress(digest, widths.at(-1) ?? width, 'webp')
  return html`<img class="logo" src="${plain}" srcset="${files}" sizes="${shown.width}px" alt="${title}" width="${shown.width}" height="${shown.height}">`
}

function colophon(tongue: Tongue, { publication, languages }: Masthead): Html {
  const { say, locale } = tongue
  const { kind, rhythm, country, topics, home } = publication
  const facts: (readonly [name: string, said: Html | string])[] = [
    [say('fact-kind'), say(`kind-${kind}`)],
  ]
  if (rhythm !== null) facts.push([say('fact-rhythm'), say(`rhythm-${rhythm}`)])
  if (country !== '') facts.push([say('fact-country'), tongue.country(country)])
  const spoken = languages.map((language) => tongue.language(language))
  facts.push([say('fact-language', { count: spoken.length }), tongue.list(spoken)])
  if (topics.length > 0) {
    const links = topics.map((topic) => {
      const link = href(addresses.topic, { locale: locale.name, topic })
      return html`<li><a href="${link}">${say(`topic-${topic}`)}</a></li>`
    })
    facts.push([say('fact-topic', { count: topics.length }), html`<ul>${links}</ul>`])
  }
  const host = hostOf(home)
  if (host !== null) {
    const link = html`<a href="${home}" rel="noopener"><bdi>${host}</bdi>${icon('external')}</a>`
    facts.push([say('fact-site'), link])
  }
  return html`<dl class="colophon">${facts.map(([name, said]) => html`<div><dt>${name}</dt><dd>${said}</dd></div>`)}</dl>`
}
