import type { Context } from 'hono'
import { coverCopy, coverKey, coverWidths, type Publication, socialCopy } from '#catalogue'
import { addresses, href, nameInAddress } from '../addresses.ts'
import { coverFile, socialFile } from '../components/typeset-address.ts'
import type { Page } from '../named-page.ts'
import { sendMoved } from '../page.ts'
import type { PageNeeds } from '../page-needs.ts'
import type { Visit } from '../visit.ts'
import { sendForEver } from './files.ts'
import { goneNotice, sendNotice } from './notices/notice.ts'

/** Seconds until as many pictures as may wait are drawn. */
const busyFor = 10

/**
 * The typeset cover of an edition that is on the stand. A key that is not the present one was it
 * once, before the edition or the drawing changed: it leads to the present picture.
 */
export function sendCover(needs: PageNeeds): Page {
  return async (c) => {
    const [, edition = '', key = '', given = ''] =
      coverPattern.exec(c.req.param('file') ?? '') ?? []
    const width = coverWidths.find((each) => String(each) === given)
    const publication = await publicationHere(c, needs)
    const slug = nameInAddress(edition)
    if (publication === null || slug === null || width === undefined) return c.notFound()
    const card = await needs.editions.cardAt(publication.slug, slug)
    if (card === null) return c.notFound()

    const copy = coverCopy(card)
    const file = coverFile(card, width)
    if (key !== coverKey(copy)) {
      return sendMoved(c, href(addresses.cover, { publication: publication.slug, file }))
    }
    return send(c, `${key}-${width}.webp`, await needs.typesetter.cover(copy, width))
  }
}

/** The picture that stands for a story where it is shared; a withdrawn story's is gone with it. */
export function sendSocial(needs: PageNeeds): Page {
  return async (c) => {
    const [, name = '', key = ''] = socialPattern.exec(c.req.param('file') ?? '') ?? []
    const publication = await publicationHere(c, needs)
    const edition = nameInAddress(c.req.param('edition') ?? '')
    const slug = nameInAddress(name)
    if (publication === null || edition === null || slug === null) return c.notFound()
    const place = { publication: publication.slug, edition }
    const story = await needs.stories.byAddress({ ...place, story: slug })
    if (story === null) return c.notFound()
    if (story === 'withdrawn') return sendNotice(c, needs, goneNotice)

    const copy = socialCopy(story, publication)
    if (key !== coverKey(copy)) {
      return sendMoved(
        c,
        href(addresses.social, { ...place, file: socialFile(story, publication) }),
      )
    }
    return send(c, `${key}.png`, await needs.typesetter.social(copy))
  }
}

const coverPattern = /^(.+)-([0-9a-f]{16})-(\d{3})\.webp$/
const socialPattern = /^(.+)-([0-9a-f]{16})\.png$/

async function publicationHere(
  c: Context<Visit>,
  { shelves }: PageNeeds,
): Promise<Publication | null> {
  const slug = nameInAddress(c.req.param('publication') ?? '')
  return slug === null ? null : shelves.publication(slug)
}

function send(c: Context<Visit>, name: string, body: Uint8Array | 'busy'): Response {
  if (body === 'busy') {
    return c.text('', 503, { 'cache-control': 'no-store', 'retry-after': String(busyFor) })
  }
  const type = name.endsWith('.png') ? 'image/png' : 'image/webp'
  return sendForEver(c, { name, type, body })
}
