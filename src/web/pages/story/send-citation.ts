import type { StoryAddress } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { forAnyone } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { missingOrMoved } from '../moved.ts'
import { type Cited, cslOf, risOf } from './citation.ts'
import { sendGone } from './gone.ts'

/** The citation of a story for programs that collect them, as RIS. */
export const sendRis = (needs: PageNeeds): Page =>
  sendCitation(needs, {
    address: addresses.citationRis,
    extension: 'ris',
    type: 'application/x-research-info-systems; charset=utf-8',
    write: risOf,
  })

/** The same as CSL-JSON. */
export const sendCsl = (needs: PageNeeds): Page =>
  sendCitation(needs, {
    address: addresses.citationCsl,
    extension: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    write: (cited) => JSON.stringify(cslOf(cited), null, 2),
  })

interface Form {
  readonly address: typeof addresses.citationRis | typeof addresses.citationCsl
  readonly extension: string
  readonly type: string
  readonly write: (cited: Cited) => string
}

function sendCitation(needs: PageNeeds, { address, extension, type, write }: Form): Page {
  return page(address, async (c, here) => {
    const [story, publication] = await Promise.all([
      needs.stories.byAddress(here),
      needs.shelves.publication(here.publication),
    ])
    if (story === 'withdrawn') return sendGone(c, needs, here)
    if (story === null || publication === null) return missingOrMoved(c, needs, address, here)
    const at = needs.settings.publicUrl.origin + href(addresses.story, here)
    const body = write({ story, kind: publication.kind, address: at })
    return c.body(body, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${fileName(here)}.${extension}`,
      'cache-control': forAnyone,
      'x-robots-tag': 'noindex',
    })
  })
}

/** RFC 8187: letters and digits as they are, all else as bytes. */
const fileName = ({ publication, edition, story }: StoryAddress) =>
  encodeURIComponent(`${publication}-${edition}-${story}`)
