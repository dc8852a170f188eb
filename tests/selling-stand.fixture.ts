import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performTasks, settleEvents } from '#access'
import { mailIn } from '#accounts'
import { undescribed } from '#catalogue'
import { receive } from '#desk'
import { tellNotices } from '#jobs'
import { assemble, type Stand } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { openStandIn, webhookSecret } from '../src/outside/stripe/stand-in.fixture.ts'
import { draftOf, noon } from '../src/storage/tide.fixture.ts'
import { signInAt } from './wall/sign-in-at.ts'

/** At the end of the rest of every story. */
export const canary = 'the boats lay down in the mud'

/**
 * A real stand that takes money through a stand-in of Stripe. Each edition of The Tide, of which
 * there are two, costs 2.50 euros alone; no plan is on sale.
 */
export async function openSellingStand() {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-selling-'))
  opened.defer(() => rm(folder, { recursive: true }))
  const stripe = opened.use(await openStandIn(noon))
  const keys = { secretKey: 'sk_test_x', webhookSecret, at: stripe.address }
  const settings = {
    ...{ KIOSK_DATA: folder, KIOSK_TIME_ZONE: 'Europe/Amsterdam' },
    ...{ KIOSK_OPERATOR: 'Library of Saltmere', KIOSK_CONTACT: 'desk@saltmere.example' },
  }
  const config = { ...readConfig(settings), stripe: keys }
  const clock = () => stripe.books.now
  const stand = opened.use(await assemble(config, { clock }))
  const publication = await putEditionsOn(stand)
  const price = { minor: 250, currency: 'EUR' }
  await stand.access.editionPrices.set(publication, '', price)
  // A dispute is for the operator to answer; everything else is a mistake.
  const report = (error: unknown) => assert.match(String(error), /^DisputeError/)
  const web = await stand.openWeb({ report })
  /** What the timetable does: hears of payments, and tells readers. Gives the letters. */
  const work = async () => {
    assert.ok(stand.access.shop)
    const shop = { ...stand.access.shop, report }
    await settleEvents(shop)
    await performTasks(shop)
    const { notices, plans } = stand.access
    await tellNotices({ ...stand.accounts, notices, plans, shop, accountAt: stand.accountAt })
    return lettersOf(stand, clock())
  }
  const kept = opened.move()
  return {
    ...{ stand, stripe, app: web.app, publication, work },
    follow: web.followSale,
    reader: (name: string) => readerOf(stand, web.app, name),
    /** What readers are told, by subject, when the provider has told all that it knows. */
    async heard() {
      for (const { id } of stripe.books.events) {
        const { body, signature } = stripe.signed(id)
        const headers = { 'stripe-signature': signature }
        await web.app.request('/payments/stripe', { method: 'POST', headers, body })
      }
      return (await work()).map(({ subject }) => subject)
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** Gives the id of the publication. */
async function putEditionsOn({ desk }: Stand): Promise<string> {
  const said = { slug: 'tide', title: 'The Tide', kind: 'newspaper', language: 'en' } as const
  const more = { description: '', home: null, timeZone: 'UTC', door: 'plan' } as const
  const cut = { paragraphs: 2, words: null, share: 0.4 }
  const { publication } = await desk.publications.findOrAdd(
    { ...said, ...more, cut, ...undescribed },
    () => false,
  )
  const blocks = Array.from({ length: 9 }, (_, at) => ({
    kind: 'paragraph' as const,
    html: at === 8 ? `By seven ${canary}.` : `Line ${at}: the sea had gone, and everybody looked.`,
  }))
  const days = { 'low-water': '2031-04-02', 'high-water': '2031-04-01' }
  const entries = Object.entries(days).map(([key, day]) => {
    const headline = key === 'low-water' ? 'Low water' : 'High water'
    const publishedAt = Temporal.Instant.from(`${day}T06:00:00Z`)
    const draft = draftOf(key, { headline, blocks, publishedAt })
    return { entry: { ok: true, draft, remarks: [] } as const, from: 'test' }
  })
  const batch = { publication, entries, door: null, publishAt: null, editionName: '' }
  await Array.fromAsync(receive(desk, batch))
  return publication.id
}

type App = Awaited<ReturnType<Stand['openWeb']>>['app']

async function readerOf(stand: Stand, app: App, name: string) {
  const { id, headers } = await signInAt(stand, name, noon)
  const own = { ...headers, 'sec-fetch-site': 'same-origin' }
  const asked = (path: string, init: RequestInit = {}) => app.request(path, init)
  return {
    id,
    cookie: headers.cookie ?? '',
    get: (path: string, cookie = '') =>
      asked(path, { headers: { ...own, cookie: `${own.cookie}; ${cookie}` } }),
    post: (path: string, fields: Readonly<Record<string, string>>) =>
      asked(path, { method: 'POST', headers: own, body: new URLSearchParams(fields) }),
  }
}

async function lettersOf({ accounts }: Stand, at: Temporal.Instant) {
  const { mails, keys, write } = accounts
  const taken = await mails.take(at, at.add({ minutes: 5 }), 99)
  for (const { id } of taken) await mails.done(id, 'sent', at)
  return taken.flatMap((mail) => mailIn(keys, mail) ?? []).map((mail) => write(mail))
}
