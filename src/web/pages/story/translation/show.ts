import type { Context } from 'hono'
import type { StoryAddress } from '#catalogue'
import { addresses, href } from '../../../addresses.ts'
import { storyLink } from '../../../components/card.ts'
import { priceAlone } from '../../../components/price-alone.ts'
import { type Page, page } from '../../../named-page.ts'
import { questionOf, sendPage } from '../../../page.ts'
import type { PageNeeds } from '../../../page-needs.ts'
import { cookiesOf } from '../../../reader/cookies.ts'
import { isReading, readingViewer } from '../../../reader/reading-viewer.ts'
import type { Visit } from '../../../visit.ts'
import { missingOrMoved } from '../../moved.ts'
import { sendGone } from '../gone.ts'
import { isAudible } from '../narration/listen-tool.ts'
import { meterBeginsAnew, ownFacts } from '../own-facts.ts'
import type { StoryPage } from '../page.ts'
import { mayTranslate } from './may-translate.ts'
import { noTranslationSheet } from './none.ts'
import { translatedSheet } from './page.ts'
import { languageInAddress, type Shown, shownText } from './shown-text.ts'
import { translationsAtHand } from './translations-at-hand.ts'

/** A story in another language, in place of the original or beside it; for nobody else, and in no index. */
export function showTranslation(needs: PageNeeds): Page {
  const { settings, lay } = needs
  const viewerIn = readingViewer(needs)
  const mayMakeFor = mayTranslate(needs)
  const cookies = cookiesOf(settings)
  return page(addresses.storyIn, async (c, here) => {
    const language = languageInAddress(here.language)
    if (language === null) return c.notFound()
    if (language !== here.language) {
      return c.redirect(href(addresses.storyIn, { ...here, language }) + questionOf(c), 302)
    }
    const viewer = viewerIn(c)
    const ask = { viewer, counts: isReading(c.req.raw), mayMake: mayMakeFor(c) }
    const shown = await shownText(needs, here, ask, language)
    c.header('x-robots-tag', 'noindex')
    if (shown.kind === 'withdrawn') return sendGone(c, needs, here)
    if (shown.kind === 'missing') return missingOrMoved(c, needs, addresses.storyIn, here)
    const tongue = c.get('tongue')
    if (shown.kind === 'none') {
      if (shown.because === 'same-language') return c.redirect(storyLink(tongue, shown.story), 302)
      const sheet = noTranslationSheet(tongue, shown.story, language)
      return sendPage(c, lay(tongue, sheet), { status: 404 })
    }
    const reader = c.get('reader')?.reader.id
    if (reader !== undefined && ask.counts) {
      needs.theirs.opened.note(reader, shown.opening.story.id, needs.clock())
    }
    if (shown.cookie !== null) cookies.keep(c, 'meter', shown.cookie)
    if (shown.by.kind === 'person') c.header('link', canonical(c, settings.publicUrl, shown))
    const told = await gathered(c, needs, here, shown)
    const view = c.req.query('view') === 'beside' ? 'beside' : 'in-place'
    const isStranger = viewer.kind === 'stranger'
    const sheet = translatedSheet(tongue, { ...told, shown, view, isStranger })
    return sendPage(c, lay(tongue, sheet))
  })
}

/** A person's translation has an address of its own: that is the one to be found. */
function canonical(c: Context<Visit>, at: URL, { by, opening }: Shown): string {
  const { story } = by.kind === 'person' ? by.opening : opening
  return `<${at.origin}${storyLink(c.get('tongue'), story)}>; rel="canonical"`
}

async function gathered(
  c: Context<Visit>,
  needs: PageNeeds,
  here: StoryAddress & { readonly language: string },
  { opening, publication, by, language }: Shown,
): Promise<Omit<StoryPage, 'opening'>> {
  const { access, shelves, stories, settings, places, translator } = needs
  const { story } = opening
  const facing = by.kind === 'person' ? by : { opening, publication }
  const reader = c.get('reader')?.reader.id ?? null
  const [others, counts, place, own] = await Promise.all([
    story.work === '' ? [] : stories.translationsOf(story),
    shelves.counts(),
    reader === null ? null : places.of(reader, facing.opening.story.id),
    reader === null ? null : ownFacts(needs, reader),
  ])
  return {
    publication,
    ...{ inEdition: [], latest: [], renderings: [], alike: [], counts, settings },
    offers: access.offers(),
    sold: access.shop !== null,
    alone: priceAlone(access, facing.opening.story),
    own,
    meterFrom: meterBeginsAnew(needs),
    audible: isAudible(needs, { story: { language } }, facing.publication),
    atHand: translationsAtHand(translator, story, publication, others),
    shownIn: here.language,
    place,
  }
}
