import type { Context } from 'hono'
import { coverCopy, coverKey, coverWidths, socialCopy } from '#catalogue'
import { addresses, href, nameInAddress } from '../addresses.ts'
import { coverFile, socialFile } from '../components/typeset-address.ts'
import type { Page } from '../named-page.ts'
import { forADay, sendMoved } from '../page.ts'
import type { PageNeeds } from '../page-needs.ts'
import type { Visit } from '../visit.ts'
import { sendFile } from './files.ts'
import { missingOrMoved } from './moved.ts'
import { goneNotice, sendNotice } from './notices/notice.ts'

/** Seconds until as many pictures as may wait are drawn. */
const busyFor = 10

/**
 * The typeset cover of an edition that is on the stand. A key that is not the present one was it
 * once, before the edition or the drawing changed: it leads to the present picture.
 */
export function sendCover(needs: PageNeeds): Page {
  return async (c) => {
    const { publication: given = '', file: asked = '' } = c.req.param()
    const [, edition = '', key = '', wide = ''] = coverPattern.exec(asked) ?? []
    const width = coverWidths.find((each) => String(each) === wide)
    const publication = nameInAddress(given)
    const slug = nameInAddress(edition)
    if (publication === null || slug === null || width === undefined) return c.notFound()
    const card = await needs.editions.cardAt(publication, slug)
    if (card === null) {
      return missingOrMoved(c, needs, addresses.cover, { publication, file: asked })
    }
    const copy = coverCopy(card)
    if (key !== coverKey(copy)) {
      return sendMoved(c, href(addresses.cover, { publication, file: coverFile(card, width) }))
    }
    return send(c, `${key}-${width}.webp`, await needs.typesetter.cover(copy, width))
  }
}

/** The picture that stands for a story where it is shared; a withdrawn story's is gone with it. */
export function sendSocial(needs: PageNeeds): Page {
  return async (c) => {
    const { publication: given = '', edition: of = '', file: asked = '' } = c.req.param()
    const [, name = '', key = ''] = socialPattern.exec(asked) ?? []
    const slug = nameInAddress(given)
    const edition = nameInAddress(of)
    const story = nameInAddress(name)
    if (slug === null || edition === null || story === null) return c.notFound()
    const place = { publication: slug, edition }
    const [told, publication] = await Promise.all([
      needs.stories.byAddress({ ...place, story }),
      needs.shelves.publication(slug),
    ])
    if (told === 'withdrawn') return sendNotice(c, needs, goneNotice)
    if (told === null || publication === null) {
      return missingOrMoved(c, needs, addresses.social, { ...place, file: asked })
    }
    const copy = socialCopy(told, publication)
    if (key !== coverKey(copy)) {
      const file = socialFile(told, publication)
      return sendMoved(c, href(addresses.social, { ...place, file }))
    }
    return send(c, `${key}.png`, await needs.typesetter.social(copy))
  }
}

const coverPattern = /^(.+)-([0-9a-f]{16})-(\d{3})\.webp$/
const socialPattern = /^(.+)-([0-9a-f]{16})\.png$/

function send(c: Context<Visit>, name: string, body: Uint8Array | 'busy'): Response {
  if (body === 'busy') {
    return c.text('', 503, { 'cache-control': 'no-store', 'retry-after': String(busyFor) })
  }
  const type = name.endsWith('.png') ? 'image/png' : 'image/webp'
  return sendFile(c, { name, type, body }, forADay)
}
