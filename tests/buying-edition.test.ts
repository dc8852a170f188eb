import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { violations } from './axe.fixture.ts'
import { listening } from './browser.fixture.ts'
import { canary, openSellingStand } from './selling-stand.fixture.ts'
import { sharedBrowser } from './shared-browser.fixture.ts'

const visiting = await sharedBrowser()
const edition = '/nl/publications/tide/2031-04-02'
const story = `${edition}/low-water`
const buy = '/nl/plans/buy'
const asked = new URLSearchParams({
  ...{ publication: 'tide', edition: '2031-04-02', return: `${story}#rest` },
})
const page = `${buy}?${asked}`
const told = '250 EUR'
const names = Object.fromEntries(asked)

const wordsIn = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
const wordsOf = async (answer: Response) => wordsIn(await answer.text())
const agreeIn = (html: string) => /name="agree" value="(\w+)"/.exec(html)?.[1] ?? ''
const sessionIn = (answer: Response) =>
  /cs_\w+/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
const cookieIn = (answer: Response) => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''

type Selling = Awaited<ReturnType<typeof openSellingStand>>
type Buyer = Awaited<ReturnType<Selling['reader']>>

async function fieldsFor(buyer: Buyer) {
  return { ...names, told, agree: agreeIn(await (await buyer.get(page)).text()) }
}

async function bought(stand: Selling, buyer: Buyer) {
  const begun = await buyer.post(buy, await fieldsFor(buyer))
  assert.equal(begun.status, 303)
  const payment = stand.stripe.pay(sessionIn(begun))
  const back = await buyer.get(
    `/nl/plans/bought?${new URLSearchParams({ return: `${story}#rest` })}`,
    cookieIn(begun),
  )
  return { payment, back }
}

describe('one edition alone', { timeout: 120_000 }, () => {
  it('leads from the wall through signing in to paying, and back to the story, open', async () => {
    await using stand = await openSellingStand()
    const wall = await (await stand.app.request(story)).text()
    assert.match(wordsIn(wall), /Alleen deze editie kost eenmalig € 2,50/)
    assert.ok(wall.includes(`href="${page.replaceAll('&', '&amp;')}"`))
    const stranger = await stand.app.request(page)
    assert.equal(
      stranger.headers.get('location'),
      `/nl/sign-in?${new URLSearchParams({ return: page })}`,
    )

    const ana = await stand.reader('ana')
    const said = await wordsOf(await ana.get(page))
    for (const sentence of [
      'De hele editie van 2 april 2031: 1 artikel.',
      '€ 2,50, één keer. Er wordt niets verlengd en niets meer afgeschreven.',
      'Kiosk wordt beheerd door Library of Saltmere. Schrijf naar desk@saltmere.example',
      'Ik wil dat de editie meteen opengaat, en ik weet dat ik deze aankoop dan niet meer kan herroepen.',
    ]) {
      assert.ok(said.includes(sentence), sentence)
    }
    const { back } = await bought(stand, ana)
    assert.deepEqual([back.status, back.headers.get('location')], [303, `${story}#rest`])
    const open = await (await ana.get(story)).text()
    assert.ok(open.includes(canary) && open.includes('<span id="rest">'))
    assert.ok(
      !(await (await ana.get('/nl/publications/tide/2031-04-01/high-water')).text()).includes(
        canary,
      ),
    )
    assert.ok(!(await (await stand.app.request(story)).text()).includes(canary))
  })

  it('needs the tick, says so beside it, and takes no other words for it', async () => {
    await using stand = await openSellingStand()
    const ana = await stand.reader('ana')
    for (const agree of ['', 'yes']) {
      const refused = await ana.post(buy, { ...names, told, agree })
      assert.equal(refused.status, 422)
      const html = await refused.text()
      assert.match(html, /aria-invalid="true" aria-describedby="agree-error"/)
      assert.match(html, /id="agree-error">Vink dit eerst aan\./)
      assert.doesNotMatch(html, /checked/)
    }
    assert.ok(!stand.stripe.asked.some((one) => one.includes('checkout')))
  })

  it('keeps the tick with the purchase, and names it and the edition in the mail', async () => {
    await using stand = await openSellingStand()
    const ana = await stand.reader('ana')
    await bought(stand, ana)
    const everything = await stand.stand.accounts.readers.everything(ana.id)
    const [purchase] = everything.purchase ?? []
    assert.deepEqual(purchase?.consent, {
      at: '2031-04-02T12:00:00Z',
      words:
        'Ik wil dat de editie meteen opengaat, en ik weet dat ik deze aankoop dan niet meer kan herroepen.',
      language: 'nl',
    })
    const letters = await stand.work()
    assert.deepEqual(
      letters.map(({ subject }) => subject),
      ['You bought The Tide, 2 April 2031'],
    )
    const text = letters[0]?.text ?? ''
    assert.match(text, /€2\.50 was paid, once\. The edition of The Tide of 2 April 2031 is yours/)
    assert.match(text, /on 2 April 2031 at 14:00.*you agreed to this: “Ik wil dat de editie meteen/)
    assert.match(text, /\/en\/publications\/tide\/2031-04-02\n/)
    assert.deepEqual(await stand.work(), [])
  })

  it('is paid once from two tabs, and not again by who has it', async () => {
    await using stand = await openSellingStand()
    const ana = await stand.reader('ana')
    const fields = await fieldsFor(ana)
    const tabs = await Promise.all([
      ana.post(buy, fields),
      ana.post(buy, fields),
      ana.post(buy, fields),
    ])
    assert.equal(new Set(tabs.map(sessionIn)).size, 1)
    assert.ok(tabs[0])
    stand.stripe.pay(sessionIn(tabs[0]))
    for (const tab of tabs) await ana.get('/nl/plans/bought', cookieIn(tab))
    for (const answer of [await ana.post(buy, fields), await ana.get(page)]) {
      assert.equal(answer.status, 409)
      assert.match(await wordsOf(answer), /Je hebt dit al, dus er valt niets te betalen/)
    }
    const { purchase, receipt } = await stand.stand.accounts.readers.everything(ana.id)
    assert.deepEqual([purchase?.length, receipt?.length], [1, 1])
  })

  it('is on the account, with its receipt, in the language of the page', async () => {
    await using stand = await openSellingStand()
    const ana = await stand.reader('ana')
    const { payment } = await bought(stand, ana)
    const account = await (await ana.get('/de/account')).text()
    assert.match(
      account,
      /<a href="\/de\/publications\/tide\/2031-04-02">The Tide, 2\. April 2031</,
    )
    assert.match(wordsIn(account), /2\. April 2031: 2,50 € für The Tide, 2\. April 2031 bezahlt/)
    const own = await ana.get(edition)
    assert.match(await own.text(), /Je hebt deze editie gekocht/)
    assert.equal(own.headers.get('cache-control'), 'private, no-store')
    const others = await stand.app.request(edition)
    assert.match(others.headers.get('cache-control') ?? '', /^public/)
    assert.match(await others.text(), /Deze editie kopen/)

    await stand.work()
    stand.stripe.refund(payment, 250)
    assert.deepEqual(await stand.heard(), ['Money back for The Tide, 2 April 2031'])
    assert.ok(!(await (await ana.get(story)).text()).includes(canary))
    assert.doesNotMatch(await (await ana.get('/de/account')).text(), /Ihre Ausgaben/)
  })

  it('stays open while a bank disputes the payment, and no longer when it was lost', async () => {
    await using stand = await openSellingStand()
    const ana = await stand.reader('ana')
    const { payment } = await bought(stand, ana)
    await stand.work()
    const isOpen = async () => (await (await ana.get(story)).text()).includes(canary)
    const dispute = stand.stripe.dispute(payment)
    assert.deepEqual([await stand.heard(), await isOpen()], [[], true])
    stand.stripe.closeDispute(dispute, 'lost')
    const told = ['Money back for The Tide, 2 April 2031']
    assert.deepEqual([await stand.heard(), await isOpen()], [told, false])
  })

  it('is sold at the price that was told, and at no other', async () => {
    await using stand = await openSellingStand()
    const ana = await stand.reader('ana')
    const fields = await fieldsFor(ana)
    await stand.stand.access.editionPrices.set(stand.publication, '', {
      minor: 300,
      currency: 'EUR',
    })
    const refused = await ana.post(buy, fields)
    assert.equal(refused.status, 409)
    assert.match(await wordsOf(refused), /niet meer voor deze prijs\. Er is niets afgeschreven/)
    await stand.follow()
    assert.match(await wordsOf(await stand.app.request(edition)), /kost eenmalig € 3/)
    await stand.stand.access.editionPrices.set(stand.publication, '', null)
    await stand.follow()
    assert.equal((await ana.get(page)).status, 409)
    assert.doesNotMatch(await wordsOf(await stand.app.request(edition)), /Deze editie kopen/)
    assert.equal((await ana.get(`${buy}?publication=tide&edition=no%2Fwhere`)).status, 409)
  })

  it('says what happened and what did not when the provider is down', async () => {
    await using stand = await openSellingStand()
    const ana = await stand.reader('ana')
    const fields = await fieldsFor(ana)
    stand.stripe.down = true
    const answer = await ana.post(buy, fields)
    stand.stripe.down = false
    assert.equal(answer.status, 502)
    assert.match(await wordsOf(answer), /Er is niets afgeschreven en niets half gedaan/)
    assert.equal((await ana.post(buy, fields)).status, 303)
  })

  it('is accessible and narrow enough, in Dutch and Arabic, by light and in the dark', async () => {
    await using stand = await openSellingStand()
    const { server, origin } = await listening(stand.app.fetch)
    const [name = '', value = ''] = (await stand.reader('ana')).cookie.split('=')
    try {
      for (const [locale, colorScheme] of [
        ['nl', 'light'],
        ['ar', 'dark'],
      ] as const) {
        const viewport = { width: 320, height: 700 }
        await visiting({ viewport, colorScheme }, async (tab) => {
          await tab.context().addCookies([{ name, value, url: origin }])
          for (const path of [page, edition, story]) {
            await tab.goto(origin + path.replaceAll('/nl/', `/${locale}/`))
            assert.deepEqual(await violations(tab), [], tab.url())
            const wide = await tab.evaluate(() => document.documentElement.scrollWidth)
            assert.equal(wide, 320, tab.url())
          }
          await tab.goto(origin + page.replaceAll('/nl/', `/${locale}/`))
          await tab.evaluate(() =>
            document.querySelector('[name=agree]')?.removeAttribute('required'),
          )
          await tab.locator('button.first').click()
          await tab.locator('#agree-error').waitFor()
          assert.deepEqual(await violations(tab), [], 'without the tick')
        })
      }
    } finally {
      server.close()
    }
  })

  it('is without a fault of HTML in every page on the way', async () => {
    await using stand = await openSellingStand()
    const ana = await stand.reader('ana')
    const validator = new HtmlValidate({
      root: true,
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'long-title': 'off' },
    })
    const answers = [
      await ana.get(page),
      await ana.post(buy, { ...names, told }),
      await ana.get(edition),
    ]
    for (const answer of answers) {
      const { results } = await validator.validateString(await answer.text())
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        [],
      )
    }
  })
})
