import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { goldOffer, nothingSold, offering, selling } from '../../access.fixture.ts'
import { addresses, href } from '../../addresses.ts'
import { createApp } from '../../app.ts'
import type { AppNeeds, WebSettings } from '../../needs.ts'
import { standWith } from '../../stand.fixture.ts'
import { canary, stories, type Told } from '../../stories.fixture.ts'
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
    assert.deepEqual(links(latest), ['herring-prices'])
  })

  it('lists the latest of the publication as they are under a story of an older edition', async () => {
    const path = '/nl/publications/harbour-courier/2025-05-19/herring-prices'
    const page = await (await visitTo(standWith())(path)).text()
    const [, only = ''] = page.split('<section class="more">')
    assert.equal(page.split('<section class="more">').length, 2)
    assert.match(only, /Het nieuwste uit The Harbour Courier.*night-ferry-saved.*emoji/s)
  })

  it('turns the page: leads to the stories before and after it, in page order', async () => {
    const visit = visitTo(standWith())
    const turns = async (slug: string) => {
      const page = await (await visit(inDutch.replace('night-ferry-saved', slug))).text()
      return [...page.matchAll(/rel="(prev|next)" href="[^"]*\/([^"/]+)"/g)].map(([, rel, to]) => [
        rel,
        to,
      ])
    }
    assert.deepEqual(await turns('night-ferry-saved'), [['next', 'bakery-closes']])
    assert.deepEqual(await turns('bakery-closes'), [
      ['prev', 'night-ferry-saved'],
      ['next', 'pilots-wait-for-fog'],
    ])
    assert.deepEqual(await turns('emoji'), [['prev', 'long-headline']])
  })

  it('says where it stands: edition, section and topic are links, the door a word', async () => {
    const [ferry] = stories
    assert.ok(ferry)
    const stand = standWith({ stories: [{ ...ferry, topic: 'society' }] })
    const page = await (await visitTo(stand)(inDutch)).text()
    const origin = /<div class="origin">.*?<\/div>/s.exec(page)?.[0] ?? ''
    assert.match(origin, /href="\/nl\/publications\/harbour-courier\/2025-05-20"/)
    assert.match(origin, /2025-05-20#[^"]+" lang="en" dir="ltr">Front page</)
    assert.match(origin, /href="\/nl\/topics\/society">Samenleving</)
    assert.match(wordsOf(origin), /Voor abonnees/)
  })

  it('names translators, and the same work in other languages, the page’s own first', async () => {
    const told = (language: string, publication: string, changed: Partial<Told> = {}): Told => ({
      ...{ publication, edition: '2025-05-20', slug: `boat-${language}`, section: '' },
      ...{ headline: `Boat ${language}`, language, work: 'boat' },
      door: 'open',
      blocks: [{ kind: 'paragraph', html: 'A boat.' }],
      ...changed,
    })
    const stand = standWith({
      stories: [
        told('en', 'harbour-courier', { translatedFrom: 'ar', translators: ['Ruth Ansbach'] }),
        told('ar', 'marfa-alsabah'),
        told('nl', 'polder-en-plan'),
      ],
    })
    const visit = visitTo(stand)
    const path = '/nl/publications/harbour-courier/2025-05-20/boat-en'
    const page = await (await visit(path)).text()
    assert.match(page, /Vertaald uit het Arabisch door Ruth Ansbach/)
    const others = [...page.matchAll(/hreflang="(nl|ar)" lang="(nl|ar)" dir="(\w+)">(Boat \w+)</g)]
    assert.deepEqual(
      others.map(([, ...found]) => found),
      [
        ['nl', 'nl', 'ltr', 'Boat nl'],
        ['ar', 'ar', 'rtl', 'Boat ar'],
      ],
    )
    // Another publication takes its translation back: this page must not go on leading to it.
    stand.withdraw('boat-nl')
    assert.doesNotMatch(await (await visit(path)).text(), /Boat nl/)
  })

  it('offers every period of a plan that is bought at the wall, each with the way back', async () => {
    const pageOf = async (access: AppNeeds['access']) =>
      (await visitTo(standWith({ changed: { access } }))(inDutch)).text()
    const month = { ...goldOffer, trialDays: 0 }
    const price = { minor: 9900, currency: 'EUR' }
    const year = { ...month, per: 'year', priceId: 'gold-year', price } as const
    const page = await pageOf(selling({}, month, year))
    const wall = page.slice(page.indexOf('<aside class="wall"'))
    const back = new URLSearchParams({ return: `${inDutch}#rest` })
    for (const id of ['gold-month', 'gold-year']) {
      assert.ok(wall.includes(`href="/nl/plans/buy?price=${id}&amp;${back}"`), id)
    }
    assert.match(wordsOf(wall).replaceAll('\u00a0', ' '), /Kies € 99 per jaar/)
    const tried = await pageOf(selling({}, goldOffer, { ...year, trialDays: 14 }))
    assert.doesNotMatch(tried, /gold-year/)
  })

  it('offers nothing that cannot be done, and says all that follows beside the button', async () => {
    const said = async (access: AppNeeds['access']) =>
      wordsOf(await (await visitTo(standWith({ changed: { access } }))(inDutch)).text())
    const none = await said(nothingSold)
    assert.ok(none.includes('In deze kiosk is geen abonnement te koop.'))
    assert.doesNotMatch(none, /Probeer|tegoedbon/)
    const unpaid = await said(offering(goldOffer))
    assert.ok(
      unpaid.includes('Daarna is hier niets te koop; met een tegoedbon kun je verder lezen.'),
    )
    assert.doesNotMatch(unpaid, /€|wat het kost/)
    const one = (await said(selling({}, goldOffer))).replaceAll('\u00a0', ' ')
    for (const sentence of [
      'GOLD opent alles in deze kiosk: 3 publicaties en 9 artikelen.',
      'Probeer GOLD gratis',
      '14 dagen gratis, zonder betaalgegevens. De proefperiode stopt vanzelf.',
      'Daarna € 9,99 per maand, alleen als je zelf verder wilt.',
      'Al abonnee? Log in',
      'Een tegoedbon inwisselen',
    ]) {
      assert.ok(one.includes(sentence), sentence)
    }
    const other = { ...goldOffer, scope: { what: 'publications', ids: ['elsewhere'] } } as const
    assert.ok((await said(offering(other))).includes('is geen abonnement te koop'))
  })

  it('offers its edition alone where that can be paid, coming back to where the lead ended', async () => {
    const alone = { minor: 250, currency: 'EUR' }
    const pageOf = async (access: AppNeeds['access']) =>
      (await visitTo(standWith({ changed: { access } }))(inDutch)).text()
    const page = await pageOf(selling({ alone }, goldOffer))
    assert.ok(
      wordsOf(page).replaceAll('\u00a0', ' ').includes('Koop alleen deze editie voor € 2,50'),
    )
    const { publication, edition } = nightFerry
    const asked = new URLSearchParams({ publication, edition, return: `${inDutch}#rest` })
    assert.ok(page.includes(`href="/nl/plans/buy?${String(asked).replaceAll('&', '&amp;')}"`))
    const only = await pageOf(selling({ alone }))
    assert.match(only, /<a class="button first" href="\/nl\/plans\/buy[^>]*>Deze editie kopen/)
    assert.doesNotMatch(wordsOf(only), /geen abonnement te koop/)
    const unpaid = await pageOf({ ...selling({ alone }, goldOffer), shop: null })
    assert.doesNotMatch(wordsOf(unpaid), /alleen deze editie|€/)
    assert.doesNotMatch(await pageOf(selling({}, goldOffer)), /alleen deze editie/)
  })

  it('says of VAT what whoever runs the stand says, once, where a price is named', async () => {
    const timesIn = async (access: AppNeeds['access'], vat: WebSettings['vat'] = 'included') => {
      const stand = standWith({ changed: { access }, settings: { vat } })
      const page = await (await visitTo(stand)(inDutch)).text()
      return wordsOf(page).split('De prijzen zijn inclusief btw.').length - 1
    }
    const alone = { minor: 250, currency: 'EUR' }
    const plan = { ...goldOffer, trialDays: 0 }
    for (const priced of [selling({ alone }, goldOffer), selling({}, plan), selling({ alone })]) {
      assert.equal(await timesIn(priced), 1)
      assert.equal(await timesIn(priced, 'unsaid'), 0)
    }
    assert.equal(await timesIn(offering(goldOffer)), 0, 'where no price is named')
  })

  it('leads back to where the lead ended', async () => {
    const stand = standWith({ changed: { access: offering(goldOffer) } })
    const page = await (await visitTo(stand)(inDutch)).text()
    const back = encodeURIComponent(`${inDutch}#rest`)
    assert.match(page, /<p class="left" id="rest">/)
    assert.ok(page.includes(`/nl/plans/trial?plan=GOLD&amp;return=${back}"`))
    assert.ok(page.includes(`/nl/sign-in?return=${back}"`))
  })

  it('says that it is free at the publisher’s when the licence does', async () => {
    const stand = standWith()
    const bySlug = async (slug: string) => {
      const publication = await stand.needs.publications.bySlug(slug)
      if (publication === null) return null
      return { ...publication, licence: { ...publication.licence, freeAtHome: true } }
    }
    const publications = { ...stand.needs.publications, bySlug }
    const page = await (await createApp({ ...stand.needs, publications }).request(inDutch)).text()
    assert.match(page, /Ook gratis te lezen op harbour-courier\.example/)
  })

  it('can be cited, copied and shared without a script', async () => {
    const page = await (await visitTo(standWith())(inDutch)).text()
    const address = `https://stand.example${inDutch}`
    assert.ok(page.includes(`id="address-field" value="${address}" readonly`))
    const cited = `Ines Okafor-Lund, ‘Night ferry saved as islanders vote to keep the boat that wakes them’, The Harbour Courier, 20 mei 2025, ${address}`
    assert.equal(page.split(cited).length, 3, 'once to copy and once on paper')
    for (const file of ['citation.ris', 'citation.json']) {
      assert.ok(page.includes(`href="${inDutch}/${file}" download`), file)
    }
    for (const [, target = ''] of page.matchAll(/popovertarget="([^"]+)"/g)) {
      assert.ok(page.includes(`id="${target}"`), target)
    }
  })

  it('leads from a former name of its publication to its address', async () => {
    const former = inDutch.replace('harbour-courier', 'courier-of-old')
    const answer = await visitTo(standWith())(former)
    assert.equal(`${answer.status} ${answer.headers.get('location')}`, `301 ${inDutch}`)
  })

  it('counts the stand once a minute, however many stories are asked for', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    for (const slug of ['night-ferry-saved', 'bakery-closes', 'emoji']) {
      await visit(inDutch.replace('night-ferry-saved', slug))
    }
    assert.equal(stand.asked.filter((name) => name === 'count').length, 1)
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
    assert.ok(facts.length > 2)
    for (const [, words = ''] of facts) assert.doesNotMatch(wordsOf(words), /[0-9]/)
  })
})
