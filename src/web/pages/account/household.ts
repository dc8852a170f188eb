import { html } from 'hono/html'
import { inviteToHousehold, type NotSeated, takeSeat } from '#access'
import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { deed } from '../../components/form.ts'
import { plainBody } from '../../components/plain.ts'
import { secretLinkSheet } from '../../components/secret-link.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { dayOf } from '../plans/day-of.ts'
import { accountAt, forReader } from './for-reader.ts'
import { sendAccount } from './show.ts'

/** Invites to a seat, takes one away, or leaves somebody's household. */
export function changeHousehold(needs: PageNeeds): Page {
  const { access, clock, lay, settings } = needs
  return forReader(addresses.household, async (c, signedIn) => {
    const typed = await typedIn(c)
    const { id } = signedIn.reader
    if (typed('do') !== 'invite') {
      if (typed('do') === 'remove') await access.households.remove(id, typed('seat'), clock())
      if (typed('do') === 'leave') await access.households.leave(id, clock())
      return c.redirect(accountAt(c), 303)
    }
    const label = typed('label')
    const invited = await inviteToHousehold(access, { ownerId: id, label })
    if (!invited.ok) {
      const notInvited = { typed: label, fault: invited.reason }
      return sendAccount(c, needs, signedIn, { done: null, notInvited }, 422)
    }
    const { seat, token } = invited.value
    const tongue = c.get('tongue')
    const { say, locale, date } = tongue
    const at = href(addresses.seat, { locale: locale.name, token })
    const sheet = secretLinkSheet(tongue, {
      title: say('household-link-title', { label: seat.label }),
      intro: say('household-link', { date: date(dayOf(needs, seat.invitedUntil)) }),
      label: say('household-link-title', { label: seat.label }),
      link: new URL(at, settings.publicUrl),
      back: { to: accountAt(c), words: say('account') },
    })
    return sendPage(c, lay(tongue, sheet))
  })
}

/** What a seat is; nothing is taken before the button. */
export function showSeat(needs: PageNeeds): Page {
  return page(addresses.seat, async (c, { token }) => {
    const tongue = c.get('tongue')
    const { say, locale } = tongue
    const at = href(addresses.seat, { locale: locale.name, token })
    if (!c.get('reader')) return c.redirect(signInFor(locale.name, at), 303)
    const title = say('seat-title')
    const intro = say('seat-intro', { stand: needs.settings.name })
    const button = deed(at, say('seat-take'))
    const body = html`${plainBody({ title, intro, parts: [] })}${button}`
    return sendPage(c, needs.lay(tongue, { title, path: null, kind: 'plain', body }))
  })
}

/** Takes the seat: however many press at once, no more sit than there are seats. */
export function sitDown(needs: PageNeeds): Page {
  return page(addresses.seat, async (c, { token }) => {
    const tongue = c.get('tongue')
    const { say, locale } = tongue
    const signedIn = c.get('reader') ?? null
    const at = href(addresses.seat, { locale: locale.name, token })
    if (signedIn === null) return c.redirect(signInFor(locale.name, at), 303)
    const taken = await takeSeat(needs.access, { readerId: signedIn.reader.id, token })
    if (taken.ok) return c.redirect(accountAt(c), 303)
    const title = say('seat-title')
    const intro = say(`seat-${taken.reason satisfies NotSeated}`)
    const body = plainBody({ title, intro, parts: [] })
    const sheet = { title, path: null, kind: 'plain', body } as const
    return sendPage(c, needs.lay(tongue, sheet), { status: 409 })
  })
}
