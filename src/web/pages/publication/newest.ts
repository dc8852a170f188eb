import { html } from 'hono/html'
import type { EditionCard, StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { card, marksOpenIn } from '../../components/card.ts'
import { cover } from '../../components/cover.ts'
import type { Savable } from '../../components/savable.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { sectionsOf } from '../edition/sections.ts'

/** Stories of the newest edition that are named here; a link leads to the others. */
const most = 16
/** Up to this many they have room for their standfirsts and pictures. */
const mostAtLength = 8

interface Inside {
  readonly contents: readonly StoryCard[]
  readonly keep: Savable | null
}

/** The newest edition of a publication: its cover, large, and what is in it. */
export function newestOf(tongue: Tongue, copy: EditionCard, { contents, keep }: Inside): Html {
  const { publication, edition, stories } = copy
  const { say, locale } = tongue
  const link = href(addresses.edition, {
    locale: locale.name,
    publication: publication.slug,
    edition: edition.slug,
  })
  const name =
    edition.name === '' ? '' : html` <bdi ${spokenIn(publication.language)}>${edition.name}</bdi>`
  const all = say('count-stories', { count: stories })
  const sizes = '(min-width: 60rem) 20rem, (min-width: 40rem) 16rem, 62vw'
  return html`<section class="newest"><a class="large" href="${link}">${cover(tongue, copy, { sizes, first: true })}</a><div class="inside"><div class="head"><h2>${say('newest-edition')}</h2><a href="${link}"><time datetime="${edition.date.toString()}">${tongue.date(edition.date)}</time>${name}</a></div>${sectionsIn(tongue, { contents: contents.slice(0, most), keep })}<p class="onward"><a href="${link}">${say('all-of-edition')}</a> <span class="facts"><span>${all}</span></span></p></div></section>`
}

function sectionsIn(tongue: Tongue, { contents: stories, keep }: Inside): Html {
  const place = stories.length > mostAtLength ? 'contents' : 'contentsAtLength'
  const around = { marksOpen: marksOpenIn(stories), keep }
  const sections = sectionsOf(stories)
  const parts = sections.map(({ name, language, stories: inside }) => {
    const otherwise = tongue.say(sections.length === 1 ? 'contents' : 'more-stories')
    const title = name === '' ? otherwise : html`<bdi ${spokenIn(language)}>${name}</bdi>`
    const drawn = inside.map((story) => card(tongue, story, place, around))
    return html`<section><h3>${title}</h3><ul class="cards">${drawn}</ul></section>`
  })
  return html`<div class="sections">${parts}</div>`
}
