import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { makeVouchers } from '#access'
import { type Mail, mailIn } from '#accounts'
import { undescribed } from '#catalogue'
import { receive } from '#desk'
import { clockTask, tellNotices } from '#jobs'
import { assemble, type Stand } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { sellDemoPlan } from '../src/main/demo-plan.ts'
import { draftOf, noon } from '../src/storage/tide.fixture.ts'
import { isSound } from './axe.fixture.ts'
import { listening, type Served } from './browser.fixture.ts'
import { sharedBrowser } from './shared-browser.fixture.ts'

/** A stranger on a phone becomes a reader of GOLD, and stops being one, on a real stand. */

const phone = { viewport: { width: 390, height: 844 }, locale: 'nl-NL', hasTouch: true }
const story = '/nl/publications/tide/2031-04-02/low-water'
const end = 'By seven the boats lay down in the mud.'

const visiting = await sharedBrowser()
let now = noon
let folder: string
let stand: Stand
let served: Served

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-gold-'))
  stand = await assemble(readConfig({ KIOSK_DATA: folder, KIOSK_TIME_ZONE: 'Europe/Amsterdam' }), {
    clock: () => now,
  })
  await putStoryOn(stand)
  await sellDemoPlan(stand, () => now)
  const { app } = await stand.openWeb({ report: (error) => assert.fail(String(error)) })
  served = await listening(app.fetch)
})
after(async () => {
  served?.server.close()
  await stand?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

async function putStoryOn({ desk }: Stand): Promise<void> {
  const said = { slug: 'tide', title: 'The Tide', kind: 'newspaper', language: 'en' } as const
  const more = { description: '', home: null, timeZone: 'UTC', door: 'plan' } as const
  const cut = { paragraphs: 7, words: null, share: 0.4 }
  const { publication } = await desk.publications.findOrAdd(
    { ...said, ...more, cut, ...undescribed },
    () => false,
  )
  const line = 'the sea had gone, and everybody came to look at the sand and at each other.'
  const texts = Array.from({ length: 24 }, (_, at) => (at === 23 ? end : `Hour ${at}: ${line}`))
  const blocks = texts.map((html) => ({ kind: 'paragraph' as const, html }))
  const draft = draftOf('a', { headline: 'Low water', blocks })
  const entry = { ok: true, draft, remarks: [] } as const
  const batch = { publication, entries: [{ entry, from: 'test' }], door: null, publishAt: null }
  await Array.fromAsync(receive(desk, { ...batch, editionName: '' }))
}

/** What the timetable does now and again: ends what is over, and tells readers. */
async function work(): Promise<void> {
  const { signal } = new AbortController()
  await clockTask(stand.access, null).round(signal)
  const { notices, plans, shop } = stand.access
  await tellNotices({ ...stand.accounts, notices, plans, shop, accountAt: stand.accountAt })
}

/** The mails that wait, opened; they are gone then. */
async function post(): Promise<readonly Mail[]> {
  const { mails, keys } = stand.accounts
  const taken = await mails.take(now, now.add({ minutes: 5 }), 99)
  for (const { id } of taken) await mails.done(id, 'sent', now)
  return taken.flatMap((mail) => mailIn(keys, mail) ?? [])
}

const subjectsOf = (mails: readonly Mail[]) =>
  mails.map((mail) => stand.accounts.write(mail).subject)

/** Goes on with Tab until this has the focus: no pointer is needed on the way. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < 120; stops += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((one) => document.activeElement?.matches(one), selector)) return
  }
  assert.fail(`${selector} cannot be reached on ${page.url()}`)
}

const words = async (page: Page) =>
  (await page.locator('main').innerText()).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')

async function signInWith(page: Page, address: string): Promise<void> {
  await page.locator('input[name=address]').fill(address)
  await page.keyboard.press('Enter')
  await page.locator('input[name=code]').waitFor()
  const mail = (await post()).find(({ kind }) => kind === 'sign-in')
  assert.ok(mail?.kind === 'sign-in')
  await page.locator('input[name=code]').fill(mail.facts.code)
  await page.keyboard.press('Enter')
}

describe('GOLD, from the first story to the end of the trial', { timeout: 120_000 }, () => {
  it('opens the rest where the lead ended, by keyboard alone, and ends by itself', async () => {
    await visiting(phone, async (page) => {
      await page.goto(served.origin + story)
      await isSound(page)
      const wall = await words(page)
      assert.match(wall, /14 dagen gratis, zonder betaalgegevens\. De proefperiode stopt vanzelf\./)
      assert.match(wall, /Daarna is hier niets te koop; met een tegoedbon kun je verder lezen\./)
      assert.ok(!wall.includes(end))
      await tabTo(page, '.wall .button.first')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/nl/sign-in?**')
      await signInWith(page, 'ana@saltmere.example')

      await page.waitForURL('**/nl/plans/trial?**')
      await isSound(page)
      assert.match(await words(page), /dan stopt hij op 16 april 2031/)
      await tabTo(page, 'form[action="/nl/plans/trial"] button')
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${story}#rest`)
      assert.ok((await words(page)).includes(end))
      const at = await page.evaluate(
        () => document.querySelector('#rest')?.getBoundingClientRect().top ?? -1,
      )
      assert.ok(at >= 0 && at < phone.viewport.height, `where the lead ended is seen, not at ${at}`)
      await isSound(page)
      await work()
      assert.deepEqual(subjectsOf(await post()), ['Je gratis proefperiode van GOLD is begonnen'])

      now = noon.add({ hours: 12 * 24 })
      await work()
      await work()
      assert.deepEqual(subjectsOf(await post()), [
        'Je gratis proefperiode van GOLD stopt op 16 april 2031',
      ])
      now = noon.add({ hours: 14 * 24 + 1 })
      await work()
      await work()
      assert.deepEqual(subjectsOf(await post()), ['Je gratis proefperiode van GOLD is voorbij'])
      await page.goto(served.origin + story)
      const over = await words(page)
      assert.ok(!over.includes(end))
      assert.match(over, /is op 16 april 2031 vanzelf gestopt en heeft je niets gekost/)
      await page.goto(`${served.origin}/nl/account`)
      assert.match(await words(page), /GOLD is op 16 april 2031 afgelopen\./)
      await isSound(page)
    })
  })

  it('goes on for twelve months with a voucher, redeemed on the way to the story', async () => {
    const gold = await stand.access.plans.byName('GOLD')
    assert.ok(gold)
    const draft = { planId: gold.id, months: 12, batch: '', until: null }
    const [code = ''] = await makeVouchers(stand.access, draft, 1)
    await visiting(phone, async (page) => {
      await page.goto(served.origin + story)
      await page.getByText('Een tegoedbon inwisselen').click()
      await page.waitForURL('**/nl/sign-in?**')
      await signInWith(page, 'ana@saltmere.example')
      await page.waitForURL('**/nl/plans/voucher?**')
      await page.locator('input[name=code]').fill(code.slice(0, -1))
      await page.keyboard.press('Enter')
      await page.getByText('Dit is geen code van een tegoedbon.').waitFor()
      await isSound(page)
      await page.locator('input[name=code]').fill(code.toLowerCase())
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${story}#rest`)
      assert.ok((await words(page)).includes(end))
      await page.goto(`${served.origin}/nl/account`)
      assert.match(await words(page), /GOLD is voor je open tot 16 april 2032\./)
    })
  })

  it('is whole in Arabic, from right to left', async () => {
    await visiting({ ...phone, locale: 'ar' }, async (page) => {
      const arabic = story.replace('/nl/', '/ar/')
      for (const path of [arabic, '/ar/plans', '/ar/sign-in']) {
        await page.goto(served.origin + path)
        assert.equal(await page.locator('html').getAttribute('dir'), 'rtl')
        await isSound(page)
      }
      await page.goto(served.origin + arabic)
      await page.locator('.wall .button.first').click()
      await signInWith(page, 'layla@saltmere.example')
      await page.waitForURL('**/ar/plans/trial?**')
      await isSound(page)
      await page.locator('form[action="/ar/plans/trial"] button').click()
      await page.waitForURL(`**${arabic}#rest`)
      assert.ok((await words(page)).includes(end))
      await page.goto(`${served.origin}/ar/account`)
      await isSound(page)
      await page.goto(`${served.origin}/ar/plans/voucher`)
      await isSound(page)
    })
  })
})
