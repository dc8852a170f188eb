import type { StoryCard } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { addresses, href } from '../../addresses.ts'
import { chooseLocale } from '../../languages/choose.ts'
import { localesOf } from '../../languages/locales.ts'
import type { WebSettings } from '../../needs.ts'
import { xmlDeclaration, xmlText } from '../xml.ts'
import { protocol } from './url-set.ts'

/** As many as a news sitemap may hold (developers.google.com/search/docs/…/news-sitemap). */
export const mostNews = 1_000

/** Stories of today and yesterday: a news sitemap holds none that is older than two days. */
export function isNews({ editionDate }: StoryCard, today: Temporal.PlainDate): boolean {
  const days = editionDate.until(today).days
  return days === 0 || days === 1
}

/** What just came out, in the form of the news sitemap. */
export function newsSet(settings: WebSettings, stories: readonly StoryCard[]): string {
  const news = stories.map((story) => {
    const facts = [
      `<news:publication><news:name>${xmlText(story.publicationTitle)}</news:name><news:language>${languageOf(story)}</news:language></news:publication>`,
      `<news:publication_date>${story.editionDate}</news:publication_date>`,
      `<news:title>${xmlText(story.headline)}</news:title>`,
    ]
    const address = settings.publicUrl.origin + addressOf(story, settings)
    return `<url><loc>${xmlText(address)}</loc><news:news>${facts.join('')}</news:news></url>`
  })
  const spaces = `xmlns="${protocol}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`
  return `${xmlDeclaration}<urlset ${spaces}>\n${news.join('\n')}\n</urlset>\n`
}

/** Two letters, or three; Chinese alone is told apart by its script. */
function languageOf({ language }: StoryCard): string {
  const { language: base, script } = new Intl.Locale(language).maximize()
  if (base === 'zh') return script === 'Hant' ? 'zh-tw' : 'zh-cn'
  return baseLanguage(language)
}

const shipped = localesOf({ pseudoLocales: false })

/** In the story's own language where the interface has it, else in the stand's. */
function addressOf(story: StoryCard, { language }: WebSettings): string {
  const locale = chooseLocale([story.language, language, 'en'], shipped)?.name ?? 'en'
  return href(addresses.story, {
    locale,
    publication: story.publicationSlug,
    edition: story.editionSlug,
    story: story.slug,
  })
}
