import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addresses, href } from '../../addresses.ts'
import { standWith } from '../../stand.fixture.ts'
import { canary } from '../../stories.fixture.ts'
import { nightFerry, visitTo } from '../../visit.fixture.ts'

const inDutch = href(addresses.story, { locale: 'nl', ...nightFerry })

/** The words of a page as a reader sees them, without tags and without isolating marks. */
const wordsOf = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/[\u2066-\u2069]/g, '')

describe('the story page', () => {
  it('says in whole sentences where a story is from, in every language', async () => {
    const visit = visitTo(standWith())
    const said = {
      en: 'This story is from the 20 May 2025 edition of The Harbour Courier.',
      nl: 'Dit artikel komt uit The Harbour Courier van 20 mei 2025.',
      ar: 'هذا المقال من عدد ٢٠ مايو ٢٠٢٥ من The Harbour Courier.',
    }
    for (const [locale, sentence] of Object.entries(said)) {
      const page = await (await visit(href(addresses.story, { locale, ...nightFerry }))).text()
      assert.ok(wordsOf(page).includes(sentence), `${locale}: ${sentence}`)
    }
  })

  it('says why the door is shut and how much is left, and holds nothing of the rest', async () => {
    const answer = await visitTo(standWith())(inDutch)
    const page = await answer.text()
    assert.equal(answer.status, 200)
    assert.match(page, /De rest is voor abonnees/)
    assert.match(page, /Nog 7 alinea’s, 1 minuut/)
    assert.match(page, /op harbour-courier\.example, de eigen site/)
    assert.ok(!page.includes(canary))
  })

  it('gives the rest where the door is open, and where the publisher gave a summary says so', async () => {
    const visit = visitTo(standWith())
    const bakery = await (
      await visit('/en/publications/harbour-courier/2025-05-20/bakery-closes')
    ).text()
    assert.match(bakery, /the gulls have not been told anything/)
    assert.match(bakery, /21 May 2025/)
    const fish = await (await visit('/en/publications/harbour-courier/2025-05-20/emoji')).text()
    assert.match(fish, /The publisher gives a summary here\./)
    assert.match(fish, /<a [^>]*href="https:\/\/www\.harbour-courier\.example\/fish"/)
  })

  it('lists the edition in page order and the latest, never the story itself', async () => {
    const page = await (await visitTo(standWith())(inDutch)).text()
    const [, edition = '', latest = ''] = page.split('<section class="more">')
    const links = (of: string) =>
      [...of.matchAll(/<h3[^>]*><a href="[^"]*\/([^"/]+)"/g)].map(([, slug]) => slug)
    const inEdition = ['bakery-closes', 'pilots-wait-for-fog', 'long-headline', 'emoji']
    assert.deepEqual(links(edition), inEdition)
    assert.deepEqual(links(latest), [...inEdition, 'herring-prices'])
  })

  it('names languages and addresses in its head, and describes itself by the standfirst only', async () => {
    const page = await (await visitTo(standWith())(inDutch)).text()
    assert.match(page, /<html lang="nl" dir="ltr">/)
    assert.match(page, /<h1[^>]* lang="en" dir="ltr">Night ferry saved/)
    assert.match(page, /<link rel="canonical" href="https:\/\/stand\.example\/nl\/publications/)
    assert.match(page, /hreflang="ar" href="https:\/\/stand\.example\/ar\/publications/)
    assert.match(page, /<meta name="description" content="After eleven years/)
    assert.match(page, /<span class="tag">Engels<\/span>/)
  })

  it('runs from right to left in Arabic and keeps to one kind of digit', async () => {
    const path = href(addresses.story, { locale: 'ar', ...nightFerry })
    const page = await (await visitTo(standWith())(path)).text()
    assert.match(page, /<html lang="ar" dir="rtl">/)
    const facts = [...page.matchAll(/<(?:time|p class="left")[^>]*>(.*?)<\/(?:time|p)>/g)]
    assert.ok(facts.length > 3)
    for (const [, words = ''] of facts) assert.doesNotMatch(wordsOf(words), /[0-9]/)
  })
})
