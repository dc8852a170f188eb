import { html } from 'hono/html'
import { bylineKey, type PublicStory, type StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { storyLink } from '../../components/card.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

/** Who wrote a story, who translated it, and how long it takes to read. */
export function bylineOf(tongue: Tongue, story: PublicStory): Html {
  const { say } = tongue
  const names = story.bylines.length > 0 && signed(tongue, story.bylines)
  const translated = translationNote(tongue, story)
  const time = say('reading-time', { minutes: story.minutes })
  return html`<div class="byline"><div>${names && html`<p class="signed">${names}</p>`}${translated && html`<p>${translated}</p>`}</div><p>${time}</p></div>`
}

/** "By Ana and Bram", where each name leads to what else is signed so. */
function signed({ say, list, locale }: Tongue, names: readonly string[]): Html {
  // The sentence is said of signs that no name holds, and each makes room for its name.
  const signs = new Map(names.map((name, index) => [String.fromCodePoint(0xe000 + index), name]))
  const parts = say('by', { names: list([...signs.keys()]) }).split(/([\uE000-\uF8FF])/)
  const linked = parts.map((part) => {
    const name = signs.get(part)
    const key = name === undefined ? null : bylineKey(name)
    if (name === undefined || key === null) return name ?? part
    const at = href(addresses.byline, { locale: locale.name, name: key })
    return html`<a rel="author" href="${at}"><bdi>${name}</bdi></a>`
  })
  return html`${linked}`
}

/** Who translated it, and from which language; empty for an original. */
export function translationNote(
  tongue: Tongue,
  { translatedFrom, translators }: PublicStory,
): string {
  const { say, list, languageWithin } = tongue
  const names = list(translators)
  if (translatedFrom === null) return names && say('translated-by', { names })
  if (names === '') return say('translated-from', { language: languageWithin(translatedFrom) })
  return say('translated-from-by', { language: languageWithin(translatedFrom), names })
}

/** The same work in other languages: the page's own first, and what is open before what is not. */
export function renderingsOf(tongue: Tongue, others: readonly StoryCard[]): Html | '' {
  if (others.length === 0) return ''
  const { say, otherLanguage, language, locale } = tongue
  const own = (one: StoryCard) => Number(otherLanguage(one.language) === null)
  const shut = (one: StoryCard) => Number(one.door !== 'open')
  const sorted = others.toSorted(
    (a, b) =>
      own(b) - own(a) ||
      tongue.compare(language(a.language), language(b.language)) ||
      shut(a) - shut(b),
  )
  const items = sorted.map((one) => {
    const publication = href(addresses.publication, {
      locale: locale.name,
      publication: one.publicationSlug,
    })
    return html`<li><span class="tag">${language(one.language)}</span> <span><a class="onward" href="${storyLink(tongue, one)}" hreflang="${one.language}" ${spokenIn(one.language, one.direction)}>${one.headline}</a> <a class="from" href="${publication}" ${spokenIn(one.publicationLanguage)}>${one.publicationTitle}</a></span></li>`
  })
  return html`<section class="renderings" aria-labelledby="renderings"><h2 id="renderings">${say('other-languages')}</h2><ul>${items}</ul></section>`
}
