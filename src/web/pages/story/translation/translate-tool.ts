import { html } from 'hono/html'
import type { PublicStory } from '#catalogue'
import { isSameLanguage, languageName } from '#translate'
import { addresses, href } from '../../../addresses.ts'
import { closing } from '../../../components/closing.ts'
import { icon } from '../../../components/icon.ts'
import type { Tongue } from '../../../languages/tongue.ts'
import type { Html } from '../../../page.ts'
import type { StoryPage } from '../page.ts'
import { byBrowser } from './by-browser.ts'
import type { AtHand } from './translations-at-hand.ts'

type Where = Pick<PublicStory, 'publicationSlug' | 'editionSlug' | 'slug'>

/** The story in another language. */
export function inLanguage({ locale }: Tongue, story: Where, language: string): string {
  return href(addresses.storyIn, {
    locale: locale.name,
    publication: story.publicationSlug,
    edition: story.editionSlug,
    story: story.slug,
    language,
  })
}

/**
 * The languages in which this story can be read, in a slip of paper: the reader's own first, then
 * those that people wrote. Where there is none, a browser that translates by itself may say so.
 */
export function translateTool(
  tongue: Tongue,
  page: Pick<StoryPage, 'opening' | 'atHand' | 'shownIn'>,
): Html | '' {
  const { say } = tongue
  const { atHand, shownIn } = page
  const own = shownIn === null ? byBrowser(tongue, page) : ''
  if (atHand.length === 0 && own === '') return ''
  const links = sorted(tongue, atHand).map((one) => linkTo(tongue, page, one))
  return html`<div class="translating" data-island="translate" ${atHand.length === 0 && 'hidden'}><button type="button" class="tool" popovertarget="translations">${icon('translate')}<span>${say('translate')}</span></button><div class="slip" id="translations" popover role="dialog" aria-labelledby="translations-title"><h2 id="translations-title">${say('translate-title')}</h2><ul class="readings">${links}${own}</ul>${closing(tongue, 'translations')}</div></div>`
}

function linkTo(
  tongue: Tongue,
  { opening, shownIn }: Pick<StoryPage, 'opening' | 'shownIn'>,
  { language, by }: AtHand,
): Html {
  const here = shownIn !== null && isSameLanguage(shownIn, language)
  const line = tongue.say('read-in', { language: tongue.languageWithin(language) })
  const words = html`${tongue.language(language)} <small>${tongue.say(`translate-by-${by}`)}</small>`
  return html`<li><a href="${inLanguage(tongue, opening.story, language)}" hreflang="${language}" rel="nofollow" data-line="${line}" ${here && html`aria-current="page"`}>${words}</a></li>`
}

const people: readonly AtHand['by'][] = ['original', 'person', 'machine']

function sorted(tongue: Tongue, atHand: readonly AtHand[]): readonly AtHand[] {
  const isOwn = ({ language }: AtHand) => Number(isSameLanguage(language, tongue.locale.tag))
  return atHand.toSorted(
    (one, other) =>
      isOwn(other) - isOwn(one) ||
      people.indexOf(one.by) - people.indexOf(other.by) ||
      tongue.compare(tongue.language(one.language), tongue.language(other.language)),
  )
}

/**
 * One line for whoever reads the language of the page and not that of the story. The script says it
 * of the language that was chosen last.
 */
export function readInLine(
  tongue: Tongue,
  { opening, atHand, shownIn }: Pick<StoryPage, 'opening' | 'atHand' | 'shownIn'>,
): Html | '' {
  if (shownIn !== null || atHand.length === 0) return ''
  const own = languageName(tongue.locale.tag)
  if (isSameLanguage(opening.story.language, own)) return html`<p class="read-in" hidden></p>`
  const found = atHand.find(({ language }) => language === own)
  if (found === undefined) return html`<p class="read-in" hidden></p>`
  const line = tongue.say('read-in', { language: tongue.languageWithin(own) })
  return html`<p class="read-in"><a href="${inLanguage(tongue, opening.story, own)}" hreflang="${own}" rel="nofollow">${line}</a> <small>${tongue.say(`translate-by-${found.by}`)}</small></p>`
}
