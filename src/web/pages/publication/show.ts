import type { EditionCard, Publication, StoryCard } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { missingOrMoved } from '../moved.ts'
import { goneNotice, type Notice, notFoundNotice, sendNotice } from '../notices/notice.ts'
import { savableIn } from '../saved/savable-in.ts'
import { publicationSheet } from './page.ts'

export const gonePublication: Notice = {
  ...goneNotice,
  title: 'gone-publication-title',
  text: 'gone-publication-text',
}

/** Stories looked at to find some that are not in the newest edition. */
const lookedAt = 60
const shownBefore = 8

export function showPublication(needs: PageNeeds): Page {
  return page(addresses.publication, async (c, here) => {
    const { shelves, editions, stories, lay } = needs
    const publication = await shelves.publication(here.publication)
    if (publication === null) return missingOrMoved(c, needs, addresses.publication, here)

    const { id, slug } = publication
    const [recent, latest, years] = await Promise.all([
      shelves.editions(id, slug),
      stories.latestOf(id, lookedAt),
      editions.years(id),
    ])
    const [newest] = recent
    const oldest = years.at(-1)?.first
    if (newest === undefined || oldest === undefined) {
      return sendNotice(c, needs, (await editions.cameOut(id)) ? gonePublication : notFoundNotice)
    }
    const contents = await shelves.contents(newest.edition.id, slug)
    const before = storiesBefore(newest, latest).slice(0, shownBefore)
    const languages = languagesIn(publication, [...contents, ...latest])
    const tongue = c.get('tongue')
    const keep = await savableIn(c, needs, [...contents, ...before])
    const found = { publication, recent, contents, before, years, oldest, languages, keep }
    const sheet = publicationSheet(tongue, found)
    return sendPage(c, lay(tongue, sheet), { shared: { shows: slug } })
  })
}

const storiesBefore = ({ edition }: EditionCard, latest: readonly StoryCard[]) =>
  latest.filter(({ editionSlug }) => editionSlug !== edition.slug)

/** Its own language first, if any of its stories is in it. */
function languagesIn({ language }: Publication, stories: readonly StoryCard[]): readonly string[] {
  const found = new Set(stories.map((story) => baseLanguage(story.language)))
  const own = baseLanguage(language)
  return [...(found.has(own) ? [own] : []), ...[...found].filter((one) => one !== own)]
}
