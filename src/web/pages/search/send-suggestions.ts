import { readQuestion } from '#search'
import { addresses, href } from '../../addresses.ts'
import { storyLink } from '../../components/card.ts'
import { keepStock } from '../../keeping/stock.ts'
import { type Page, page } from '../../named-page.ts'
import { forAnyone, forNobodyElse, questionOf } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { openPace, paces } from '../../reader/pace.ts'
import { askedFrom } from './asked.ts'
import { publicationsNamed } from './found-publications.ts'

const mostPublications = 3
const mostStories = 6

/** For the script: publications and headlines that begin so. The same for everybody. */
export function sendSuggestions(needs: PageNeeds): Page {
  const { search, stories } = needs
  const stock = keepStock(needs)
  const pace = openPace(needs, paces.suggestions)

  return page(addresses.searchSuggestions, async (c) => {
    const wait = pace(c)
    if (wait > 0) {
      const headers = { 'retry-after': String(wait), 'cache-control': forNobodyElse }
      return c.json({ says: '', found: [] }, 429, headers)
    }
    const tongue = c.get('tongue')
    const locale = tongue.locale.name
    const { words } = askedFrom(questionOf(c))
    const question = readQuestion(words, new Map())
    const named = publicationsNamed(await stock(), question, mostPublications)
    const ids = await search.suggest(words, mostStories)
    const cards = await stories.byIds(ids)
    const found = [
      ...named.map(({ publication: { slug, title, language, kind } }) => ({
        title,
        language,
        at: href(addresses.publication, { locale, publication: slug }),
        about: tongue.say(`kind-${kind}`),
      })),
      ...ids
        .flatMap((id) => cards.get(id) ?? [])
        .map((story) => ({
          title: story.headline,
          language: story.language,
          at: storyLink(tongue, story),
          about: story.publicationTitle,
        })),
    ]
    const says = tongue.say('search-suggested', { count: found.length })
    return c.json({ says, found }, 200, { 'cache-control': forAnyone })
  })
}
