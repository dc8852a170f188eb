import { addresses } from '../../addresses.ts'
import type { Thing } from '../../components/keeping.ts'
import type { Tongue } from '../../languages/tongue.ts'
import { xmlDeclaration, xmlText } from '../../machines/xml.ts'
import type { Page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { forReader } from '../account/for-reader.ts'
import { feedAt } from './feed-at.ts'
import { thingAt, thingsOf } from './things.ts'

const groups = [
  ['publication', 'mine-publications'],
  ['topic', 'nav-topics'],
  ['byline', 'mine-bylines'],
] as const

/** What a reader follows, as other feed readers take it in: OPML 2.0 (opml.org/spec2.opml). */
export function sendFollows(needs: PageNeeds): Page {
  return forReader(addresses.accountFollows, async (c, { reader }) => {
    const tongue = c.get('tongue')
    const kept = await needs.theirs.interests.of(reader.id)
    const followed = kept.filter(({ wish }) => wish === 'follow')
    const things = (await thingsOf(needs, tongue, followed)).map(({ thing }) => thing)
    return c.body(opmlOf(tongue, needs.settings, things), 200, {
      'content-type': 'text/x-opml; charset=utf-8',
      'content-disposition': 'attachment; filename="follows.opml"',
    })
  })
}

type Settings = Pick<PageNeeds['settings'], 'name' | 'publicUrl'>

function opmlOf(tongue: Tongue, settings: Settings, things: readonly Thing[]): string {
  const { say } = tongue
  const { origin } = settings.publicUrl
  const outline = (thing: Thing) => {
    const title = xmlText(thing.title)
    const [feed, page] = [feedAt(tongue, thing), thingAt(tongue, thing)]
    const at = `xmlUrl="${xmlText(origin + feed)}" htmlUrl="${xmlText(origin + page)}"`
    return `<outline type="rss" version="ATOM" text="${title}" title="${title}" ${at}/>`
  }
  const parts = groups.flatMap(([kind, key]) => {
    const inside = things.filter((thing) => thing.kind === kind).map(outline)
    if (inside.length === 0) return []
    return [`<outline text="${xmlText(say(key))}">`, ...inside, '</outline>']
  })
  const title = say('page-of-stand', { page: say('mine-following'), stand: settings.name })
  const head = `<head><title>${xmlText(title)}</title></head>`
  return `${xmlDeclaration}<opml version="2.0">\n${head}\n<body>\n${parts.join('\n')}\n</body>\n</opml>\n`
}
