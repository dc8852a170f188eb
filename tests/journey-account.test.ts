import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { giveStory, withdrawalToken } from '#access'
import { undescribed } from '#catalogue'
import { receive } from '#desk'
import { assemble, type Stand } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { openIdentityProvider } from '../src/outside/identity-provider.fixture.ts'
import { draftOf, noon } from '../src/storage/tide.fixture.ts'
import { isSound } from './axe.fixture.ts'
import { listening } from './browser.fixture.ts'
import { sharedBrowser } from './shared-browser.fixture.ts'
import { signInAt } from './wall/sign-in-at.ts'

/** What a subscriber does on the account page, in a browser, with a real provider. */

type Fetch = Awaited<ReturnType<Stand['openWeb']>>['app']['fetch']
type Idp = Awaited<ReturnType<typeof openIdentityProvider>>

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
const desktop = { viewport: { width: 1280, height: 900 } }

const visiting = await sharedBrowser()
let opened: AsyncDisposableStack
let stand: Stand
let idp: Idp
let origin: string
let ana: Awaited<ReturnType<typeof signInAt>>
let withdrawal: string

before(
  async () => {
    opened = new AsyncDisposableStack()
    const folder = await mkdtemp(join(tmpdir(), 'kiosk-account-'))
    opened.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    let answer: Fetch | null = null
    const open = await listening(
      (request, ...rest) => answer?.(request, ...rest) ?? new Response('', { status: 503 }),
    )
    opened.defer(() => void open.server.close())
    origin = open.origin
    idp = opened.use(await openIdentityProvider(new URL('/sign-in/back', origin)))
    const settings = {
      ...{ KIOSK_DATA: folder, KIOSK_TIME_ZONE: 'UTC', PUBLIC_URL: origin },
      ...{ KIOSK_OIDC_ISSUER: idp.issuer.href, KIOSK_OIDC_INSIDE: 'yes' },
      ...{ KIOSK_OIDC_CLIENT_ID: 'kiosk', KIOSK_OIDC_CLIENT_SECRET: 'hush' },
      KIOSK_OIDC_NAME: 'Saltmere Library',
    }
    stand = opened.use(await assemble(readConfig(settings), { clock: () => noon }))
    await subscribe(await story())
    const report = (error: unknown) => assert.fail(String(error))
    answer = (await stand.openWeb({ report })).app.fetch
  },
  { timeout: 90_000 },
)
after(() => opened[Symbol.asyncDispose]())

/** One story for subscribers. */
async function story() {
  const said = { slug: 'tide', title: 'The Tide', kind: 'newspaper', language: 'en' } as const
  const more = { description: '', home: null, timeZone: 'UTC', door: 'plan' } as const
  const cut = { paragraphs: 2, words: null, share: 0.4 }
  const about = { ...said, ...more, cut, ...undescribed }
  const { publication } = await stand.desk.publications.findOrAdd(about, () => false)
  const blocks = Array.from({ length: 9 }, (_, at) => ({
    kind: 'paragraph' as const,
    html: `Line ${at}: the sea had gone, and everybody looked.`,
  }))
  const draft = draftOf('a', { headline: 'Low water at the harbour mouth', blocks })
  const entry = { ok: true, draft, remarks: [] } as const
  const batch = { publication, entries: [{ entry, from: 'test' }], door: null, publishAt: null }
  await Array.fromAsync(receive(stand.desk, { ...batch, editionName: '' }))
  const [card] = await stand.stories.latestOf(publication.id, 1)
  const place = { publication: 'tide', edition: card?.editionSlug ?? '', story: card?.slug ?? '' }
  const found = await stand.stories.byAddress(place)
  assert.ok(found !== null && found !== 'withdrawn')
  return found
}

/** Ana has paid for a month of GOLD, and has given the story away twice. */
async function subscribe(given: Parameters<typeof giveStory>[1]['story']): Promise<void> {
  const scope = { what: 'stand' } as const
  const gold = await stand.access.plans.add({ name: 'GOLD', scope, trialDays: 14, seats: 0 }, noon)
  assert.ok(gold.ok)
  ana = await signInAt(stand, 'ana', noon)
  const price = { minor: 999, currency: 'EUR' }
  const payment = { key: 'pi_1', paidAt: noon, amount: price, refunded: 0, refundedAt: null }
  const whose = { readerId: ana.id, planId: gold.value.id }
  const event = { kind: 'paid', at: noon, payment, per: 'month' } as const
  const { subscription } = await stand.access.subscriptions.tell(whose, event)
  for (const _ of [1, 2]) await giveStory(stand.access, { readerId: ana.id, story: given })
  withdrawal = withdrawalToken(stand.accounts.keys, {
    ...{ subscription: subscription.id, payment: 'pi_1', until: noon.add({ hours: 24 * 14 }) },
  })
}

async function signedIn(page: Page): Promise<void> {
  const [name = '', value = ''] = ana.headers.cookie.split('=')
  await page.context().addCookies([{ name, value, url: origin }])
}

describe('a subscriber in Dutch', { timeout: 120_000 }, () => {
  it('connects the provider, logs in with it elsewhere, and disconnects it', async () => {
    idp.is({ sub: '7', email: 'ana@library.example', email_verified: true, name: 'Ana' })
    await visiting({ ...phone, locale: 'nl-NL' }, async (page) => {
      const refused: string[] = []
      page.on('console', (said) => {
        if (/Content Security Policy/.test(said.text())) refused.push(said.text())
      })
      await signedIn(page)
      await page.goto(`${origin}/nl/account`)
      await isSound(page)
      await page.getByRole('button', { name: 'Saltmere Library koppelen' }).click()
      await page.waitForURL(/done=provider-on/)
      assert.match(await page.locator('#done').innerText(), /^Gekoppeld\./)
      assert.equal(await page.locator('#done').isVisible(), true)
      await isSound(page)
      const [session] = (await page.context().cookies()).filter(({ name }) => name === 'session')
      ana = { ...ana, headers: { cookie: `session=${session?.value}` } }
      assert.deepEqual(refused, [])
    })
    await visiting({ ...desktop, locale: 'nl-NL' }, async (page) => {
      await page.goto(`${origin}/nl/sign-in?return=%2Fnl%2Faccount`)
      await page.getByRole('link', { name: 'Inloggen met Saltmere Library' }).click()
      await page.waitForURL(/\/nl\/account$/)
      assert.match(await page.locator('main').innerText(), /ana@saltmere\.example/)
      await isSound(page)
      await page.getByRole('button', { name: 'Saltmere Library ontkoppelen' }).click()
      await page.waitForURL(/done=provider-off/)
      assert.match(await page.locator('#done').innerText(), /^Ontkoppeld\./)
    })
  })

  it('takes a given story back', async () => {
    await visiting({ ...phone, locale: 'nl-NL' }, async (page) => {
      await signedIn(page)
      await page.goto(`${origin}/nl/account`)
      await page.getByRole('button', { name: 'Terugnemen' }).first().click()
      await page.waitForURL(/done=gift-back/)
      assert.match(await page.locator('#done').innerText(), /^Teruggenomen\./)
      assert.equal(await page.getByRole('button', { name: 'Terugnemen' }).count(), 1)
      await isSound(page)
    })
  })

  it('finds the same in Arabic', async () => {
    for (const size of [phone, desktop]) {
      await visiting({ ...size, locale: 'ar' }, async (page) => {
        await signedIn(page)
        await page.goto(`${origin}/ar/account`)
        await isSound(page)
      })
    }
  })

  it('withdraws by the link of a mail without logging in, with the keyboard alone', async () => {
    await visiting({ ...desktop, locale: 'ar' }, async (page) => {
      await page.goto(`${origin}/ar/withdraw/${withdrawal}`)
      await isSound(page)
      await page.goto(`${origin}/ar/withdraw/${withdrawal}x`)
      await isSound(page)
    })
    await visiting({ ...phone, locale: 'nl-NL', javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/nl/withdraw/${withdrawal}`)
      const button = page.getByRole('button', { name: 'Herroeping bevestigen' })
      for (let press = 0; press < 40; press += 1) {
        if (await button.evaluate((one) => one === document.activeElement)) break
        await page.keyboard.press('Tab')
      }
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Je hebt GOLD herroepen' }).waitFor()
      assert.match(await page.locator('main').innerText(), /op dit moment binnen: 2 april 2031/)
    })
    const [subscription] = await stand.access.subscriptions.of(ana.id)
    assert.ok(subscription?.terms[0]?.withdrawnAt?.equals(noon))
  })
})
