import type { Viewer } from '#access'
import type { PublicStory } from '#catalogue'
import { type Opening, openStory, type Whole } from '#reading'
import { addresses } from '../../addresses.ts'
import { priceAlone } from '../../components/price-alone.ts'
import { type Page, page } from '../../named-page.ts'
import { inBytes, sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import { isReading, readingViewer } from '../../reader/reading-viewer.ts'
import { missingOrMoved } from '../moved.ts'
import { alsoInShown } from './also-in.ts'
import { sendGone } from './gone.ts'
import { latestElsewhere } from './latest-elsewhere.ts'
import { isAudible } from './narration/listen-tool.ts'
import { meterBeginsAnew, ownFacts } from './own-facts.ts'
import { storySheet } from './page.ts'
import { translationsAtHand } from './translation/translations-at-hand.ts'

/** How long a wall may say how much was on the stand: other publications change as well. */
const countsHold = { hours: 1 }

export function showStory(needs: PageNeeds): Page {
  const { access, shelves, stories, settings, wholes } = needs
  const opens = { ...needs, ...needs.access }
  const cookies = cookiesOf(settings)
  const viewerIn = readingViewer(needs)
  const latestBeside = latestElsewhere(needs)
  return page(addresses.story, async (c, here) => {
    const since = wholes.since()
    const viewer = viewerIn(c)
    const opening = await openStory(opens, here, { viewer, counts: isReading(c.req.raw) })
    if (opening.kind === 'withdrawn') return sendGone(c, needs, here)
    if (opening.kind === 'missing') return missingOrMoved(c, needs, addresses.story, here)

    const { story } = opening
    const reader = viewer.kind === 'reader' ? viewer.readerId : null
    if (reader !== null && isReading(c.req.raw)) {
      needs.theirs.opened.note(reader, story.id, needs.clock())
    }
    const place = reader === null ? null : await needs.places.of(reader, story.id)
    const ownWhole = place === null ? wholeOf(opening, viewer) : null
    const ready = ownWhole && wholes.find(c.req.path, ownWhole, c.req.raw)
    if (ready !== null) return ready

    const slug = story.publicationSlug
    const [publication, inEdition, renderings, alike, counts] = await Promise.all([
      shelves.publication(slug),
      shelves.contents(story.editionId, slug),
      story.work === '' ? [] : stories.translationsOf(story),
      stories.alikeTo(story.id, alsoInShown),
      shelves.counts(),
    ])
    // It lost its name between two questions.
    if (publication === null) return missingOrMoved(c, needs, addresses.story, here)
    const latest = await latestBeside(story, inEdition.length)
    const tongue = c.get('tongue')
    const audible = isAudible(needs, opening, publication)
    const own = reader !== null && opening.kind === 'lead' ? await ownFacts(needs, reader) : null
    const alone = priceAlone(access, story)
    const sale = { offers: access.offers(), sold: access.shop !== null, alone }
    const atHand = translationsAtHand(needs.translator, story, publication, renderings)
    const told = {
      own,
      place,
      audible,
      atHand,
      shownIn: null,
      ...sale,
      meterFrom: meterBeginsAnew(needs),
    }
    const lists = { inEdition, latest, renderings, alike, counts }
    const sheet = storySheet(tongue, { opening, publication, settings, ...lists, ...told })
    const page = needs.lay(tongue, sheet)
    if (opening.kind === 'whole' && opening.cookie !== null) {
      cookies.keep(c, 'meter', opening.cookie)
    }
    // A translation may come out, or leave, in another publication, and so may the same report.
    const shows = story.work === '' && alike.length === 0 ? slug : 'everything'
    if (ownWhole !== null) {
      const { path, raw } = c.req
      return wholes.keep({ path, opening: ownWhole, body: inBytes(page), shows, since }, raw)
    }
    if (!isForAnyone(opening, viewer)) return sendPage(c, page)
    const shared =
      opening.kind === 'lead' ? { shows, until: needs.clock().add(countsHold) } : { shows }
    return sendPage(c, page, { shared })
  })
}

/**
 * The opening of a story that is whole for some and not for all, and whose page is the same for
 * them; null for every other page. What is told of one reader alone must not come on it.
 */
function wholeOf(opening: Opening, viewer: Viewer): Whole | null {
  if (opening.kind !== 'whole' || opening.cookie !== null) return null
  return isForAnyone(opening, viewer) ? null : opening
}

/** A page for one reader is kept by nobody: not what is open to them, nor why it is not. */
function isForAnyone(opening: Extract<Opening, { story: PublicStory }>, viewer: Viewer): boolean {
  const isStranger = viewer.kind === 'stranger' && viewer.claims === undefined
  const isCounted = viewer.kind === 'stranger' && viewer.browser && opening.story.door === 'metered'
  const isOpen = opening.kind === 'whole' && opening.because !== 'open-door'
  return isStranger && !isCounted && !isOpen
}
