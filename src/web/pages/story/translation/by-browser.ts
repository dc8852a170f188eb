import { html } from 'hono/html'
import { isSameLanguage, languageName } from '#translate'
import type { Tongue } from '../../../languages/tongue.ts'
import type { Html } from '../../../page.ts'
import type { StoryPage } from '../page.ts'

/**
 * Where nothing here translates into the language of the page, the reader's own browser may. Hidden
 * until a script finds that it can at all; what it then says stands here.
 */
export function byBrowser(
  tongue: Tongue,
  { opening, atHand }: Pick<StoryPage, 'opening' | 'atHand'>,
): Html | '' {
  const { say, locale } = tongue
  const { story } = opening
  const own = languageName(locale.tag)
  if (isSameLanguage(story.language, own)) return ''
  if (atHand.some(({ language }) => language === own)) return ''
  const label = html`<aside class="corrections" aria-label="${say('translation')}"><p>${say('browser-label')}</p><p class="ways"><button type="button" class="link">${say('read-original')}</button></p></aside>`
  return html`<li hidden data-from="${languageName(story.language)}" data-to="${own}"><button type="button" class="link">${tongue.language(own)} <small>${say('translate-by-browser')}</small></button><p role="status" data-getting="${say('browser-getting')}" data-working="${say('browser-working')}" data-failed="${say('browser-failed')}"></p><template>${label}</template></li>`
}
