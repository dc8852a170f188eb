import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addresses, href } from '../../../addresses.ts'
import { openGoldStand } from '../../../gold.fixture.ts'
import { standWith } from '../../../stand.fixture.ts'
import { canary, stories, type Told } from '../../../stories.fixture.ts'
import { plainTranslator } from '../../../translator.fixture.ts'
import { nightFerry, visitTo } from '../../../visit.fixture.ts'

const inDutch = (story: string, locale = 'en') =>
  href(addresses.storyIn, { ...nightFerry, locale, story, language: 'nl' })
const bakery = inDutch('bakery-closes')
const ferry = inDutch('night-ferry-saved')

const translating = (
  changed: Parameters<typeof plainTranslator>[0] = {},
  told: readonly Told[] = stories,
) => {
  const made = plainTranslator(changed)
  const stand = standWith({ stories: told, changed: { translator: made.translator } })
  return { ...made, stand, visit: visitTo(stand) }
}

const [shut, open] = stories
assert.ok(shut && open)
const by = { work: 'bakery', translatedFrom: 'en', translators: ['Wietske Oord'] } as const
const person: Told = {
  ...by,
  publication: 'polder-en-plan',
  edition: '2025-05-22',
  slug: 'de-bakkerij',
  section: '',
  headline: 'De bakkerij die nooit sluit, sluit een dag',
  language: 'nl',
  door: 'open',
  blocks: open.blocks.map((_, at) => ({ kind: 'paragraph', html: `Alinea ${at} in woorden.` })),
}

describe('a story in another language', () => {
  it('is shown in place of the original, which waits under each paragraph', async () => {
    const answer = await translating().visit(bakery)
    const page = await answer.text()
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.equal(answer.headers.get('x-robots-tag'), 'noindex')
    assert.match(page, /<meta name="robots" content="noindex/)
    assert.match(page, /<h1[^>]*lang="nl" dir="ltr"[^>]*>THE BAKERY/)
    assert.match(
      page,
      /<div class="text" lang="nl" dir="ltr" data-island="translation"><p id="b0">THE OVENS/,
    )
    assert.match(
      page,
      /<div class="source" lang="en" dir="ltr" hidden><p id="original-b0">The ovens/,
    )
    assert.match(page, /Translated by a computer \(Shouter\), 20 May 2025\./)
  })

  it('stands beside the original, each with its language and direction', async () => {
    const { visit } = translating()
    const arabic = href(addresses.storyIn, {
      ...nightFerry,
      locale: 'nl',
      story: 'bakery-closes',
      language: 'ar',
    })
    const page = await (await visit(`${arabic}?view=beside`)).text()
    assert.match(page, /<div class="text" lang="ar" dir="rtl" ><p id="b0">/)
    assert.match(page, /<div class="source" lang="en" dir="ltr" >/)
    assert.ok(page.includes(`href="${arabic}"`), 'a way back to the translation alone')
  })

  it('holds what a stranger may read, and neither side of the rest', async () => {
    const { visit, asked } = translating()
    for (const view of ['', '?view=beside']) {
      const page = await (await visit(ferry + view)).text()
      assert.match(page, /FOR ELEVEN WINTERS/)
      assert.match(page, /<aside class="wall"/)
      const back = encodeURIComponent(ferry + view)
      assert.ok(page.includes(`/en/sign-in?return=${back}"`), 'the wall leads back to this view')
      assert.ok(!page.toLowerCase().includes(canary))
    }
    assert.ok(!JSON.stringify(asked).includes(canary), 'no engine is given the rest either')
  })

  it('is whole for whoever may read the whole', async () => {
    await using gold = await openGoldStand(stories)
    const { translator } = plainTranslator()
    Object.assign(gold.stand.needs, { translator })
    const ana = await gold.reader()
    await ana.post('/en/plans/trial', { plan: 'GOLD' })
    const visit = visitTo(gold.stand)
    const page = await (await visit(ferry, { headers: { cookie: ana.cookie } })).text()
    assert.ok(page.includes(canary.toUpperCase()) && page.includes(canary))
    assert.ok(!(await (await visit(ferry)).text()).toLowerCase().includes(canary))
  })

  it('counts on the meter as reading the story does', async () => {
    await using gold = await openGoldStand([{ ...shut, door: 'metered' }])
    Object.assign(gold.stand.needs, { translator: plainTranslator().translator })
    const ana = await gold.reader()
    const visit = visitTo(gold.stand)
    const headers = { cookie: ana.cookie }
    await visit(ferry, { method: 'HEAD', headers })
    const own = href(addresses.narrationSound, { locale: 'en', ...nightFerry })
    assert.ok(!(await (await visit(own, { headers })).text()).includes(canary), 'not counted yet')
    assert.match(await (await visit(ferry, { headers })).text(), new RegExp(canary.toUpperCase()))
    assert.ok((await (await visit(own, { headers })).text()).includes(canary))
  })

  it('shows the original of what may be wrong, and says why', async () => {
    const original = { kind: 'paragraph', id: 'b0', html: 'All 12 of them.' } as const
    const block = { ...original, html: 'ALLE 21.' }
    const { visit } = translating({ blocks: [{ block, original, flags: ['numbers-differ'] }] })
    const page = await (await visit(bakery)).text()
    assert.match(
      page,
      /<p id="b0">ALLE 21\.<\/p><div class="source" lang="en" dir="ltr" ><p class="why" lang="en" dir="ltr">Numbers differ from the original\.<\/p><p id="original-b0">All 12/,
    )
  })

  it('says in one line what is missing, and how to go on', async () => {
    const said = {
      waiting: /being translated\. <a href="[^"]*in\/nl"/,
      failed: /could not be translated/,
      spent: /used up/,
    } as const
    for (const short of ['waiting', 'failed', 'spent'] as const) {
      const page = await (await translating({ short }).visit(bakery)).text()
      assert.match(page, said[short])
    }
  })

  it('is made for a network of strangers so often an hour, and not for what is fetched ahead', async () => {
    const many = Array.from({ length: 14 }, (_, at) => ({ ...open, slug: `bakery-${at}` }))
    await using gold = await openGoldStand(many)
    const { translator, asked } = plainTranslator()
    Object.assign(gold.stand.needs, { translator })
    const visit = visitTo(gold.stand)
    await visit(inDutch('bakery-0'), { headers: { 'sec-purpose': 'prefetch' } })
    assert.equal(asked.length, 0)
    const pages: string[] = []
    for (const { slug } of many) pages.push(await (await visit(inDutch(slug))).text())
    assert.equal(asked.length, 12)
    assert.ok(!pages[11]?.includes('from your network'))
    assert.match(pages[12] ?? '', /from your network.*<a href="\/en\/sign-in\?return/s)
    assert.match(await (await visit(inDutch('bakery-0'))).text(), /THE OVENS/)
    const ana = await gold.reader()
    const cookie = { headers: { cookie: ana.cookie } }
    assert.match(await (await visit(inDutch('bakery-13'), cookie)).text(), /THE OVENS/)
  })

  it('is not there in a language that nobody writes here, nor in its own', async () => {
    const { visit } = translating()
    const at = (language: string) =>
      visit(
        href(addresses.storyIn, { ...nightFerry, locale: 'en', story: 'bakery-closes', language }),
      )
    const none = await at('ja')
    assert.deepEqual(
      [none.status, /Not to be had in Japanese/.test(await none.text())],
      [404, true],
    )
    assert.equal(
      (await at('en')).headers.get('location'),
      '/en/publications/harbour-courier/2025-05-20/bakery-closes',
    )
    assert.equal((await at('nl-be')).headers.get('location'), bakery)
    assert.equal((await at('no-tag-at-all-this-is')).status, 404)
    assert.equal((await visit(inDutch('nowhere'))).status, 404)
    assert.equal((await visit(inDutch('taken-back'))).status, 410)
  })

  it('is not made by a machine where the publisher does not want it', async () => {
    const { stand, asked } = translating()
    const { publications } = stand.needs
    const bySlug: typeof publications.bySlug = async (slug) => {
      const found = await publications.bySlug(slug)
      return found && { ...found, permits: { ...found.permits, machineTranslation: false } }
    }
    Object.assign(stand.needs, {
      publications: {
        ...publications,
        onStand: publications.onStand,
        byFormerSlug: publications.byFormerSlug,
        count: publications.count,
        bySlug,
      },
    })
    const visit = visitTo(stand)
    assert.equal((await visit(bakery)).status, 404)
    assert.equal(asked.length, 0)
  })
})

describe('what is heard of a translation', () => {
  const heard = (path: string) =>
    `${href(addresses.narration, path === ferry ? { ...nightFerry, locale: 'en' } : { ...nightFerry, locale: 'en', story: 'bakery-closes' })}?in=nl`

  it('is what its page shows, in its language', async () => {
    const { visit } = translating()
    const page = await (await visit(bakery)).text()
    assert.match(page, /<a class="tool listen" href="[^"]*bakery-closes\/narration\.mp3\?in=nl"/)
    const [head] = (await (await visit(heard(bakery))).text()).split('\n')
    assert.deepEqual(
      [JSON.parse(head ?? '').language, JSON.parse(head ?? '').voice],
      ['nl', 'loud/nl'],
    )
    const sound = await (await visit(heard(bakery).replace('.json', '.mp3'))).text()
    assert.match(sound, /THE OVENS ON SLIP STREET/)
    assert.ok(!sound.includes('The ovens'))
  })

  it('is the lead alone for a stranger, and nothing where there is no translation', async () => {
    const { visit } = translating()
    assert.match(await (await visit(heard(ferry))).text(), /"part":"lead"/)
    const sound = await (await visit(heard(ferry).replace('.json', '.mp3'))).text()
    assert.match(sound, /FOR ELEVEN WINTERS/)
    assert.ok(!sound.toLowerCase().includes(canary))
    const none = await visit(heard(bakery).replace('in=nl', 'in=ja'))
    assert.deepEqual([none.status, await none.json()], [404, { because: 'missing' }])
  })
})

describe('a translation by a person', () => {
  const work = [{ ...open, work: 'bakery' }, person]

  it('is shown instead of a machine’s, with credit and its own address', async () => {
    const { visit, asked } = translating({}, work)
    const answer = await visit(`${bakery}?view=beside`)
    const page = await answer.text()
    const own = '/en/publications/polder-en-plan/2025-05-22/de-bakkerij'
    assert.equal(answer.headers.get('link'), `<https://stand.example${own}>; rel="canonical"`)
    assert.match(page, /Translated from English by .?Wietske Oord/)
    assert.ok(page.includes(`<a href="${own}" hreflang="nl">`))
    assert.match(
      page,
      /<p id="b0">Alinea 0 in woorden\.<\/p><div class="source" lang="en" dir="ltr" ><p id="original-b0">The ovens/,
    )
    assert.deepEqual(asked, [])
  })

  it('says so when the original was corrected since', async () => {
    const at = Temporal.Instant.from('2025-05-24T09:30:00Z')
    const later = [{ ...open, work: 'bakery', corrections: [{ at, note: 'Two ovens.' }] }, person]
    assert.match(
      await (await translating({}, later).visit(bakery)).text(),
      /corrected after this translation/,
    )
    assert.doesNotMatch(
      await (await translating({}, work).visit(bakery)).text(),
      /corrected after this/,
    )
  })

  it('opens by its own door as well, and shows no rest of either without the right to both', async () => {
    const long = { ...shut, work: 'ferry' }
    const theirs: Told = {
      ...shut,
      ...person,
      slug: 'de-veerboot',
      work: 'ferry',
      blocks: shut.blocks,
    }
    const doors = [
      ['plan', 'open'],
      ['open', 'plan'],
      ['plan', 'plan'],
    ] as const
    for (const [original, translated] of doors) {
      const told = [
        { ...long, door: original },
        { ...theirs, door: translated },
      ]
      const page = await (await translating({}, told).visit(`${ferry}?view=beside`)).text()
      // What is open is there for anyone: its canary is no secret.
      assert.ok(!page.includes(canary), `${original}, ${translated}`)
      assert.equal(/<aside class="wall"/.test(page), translated === 'plan')
      assert.equal(/you can read the whole translation/.test(page), translated === 'open')
    }
    const told = [
      { ...long, door: 'open' as const },
      { ...theirs, door: 'open' as const },
    ]
    const page = await (await translating({}, told).visit(ferry)).text()
    assert.ok(page.includes(canary))
  })
})

describe('the tool on the page of a story', () => {
  const page = async (told: readonly Told[], locale = 'en') => {
    const { visit } = translating({}, told)
    const story = { ...nightFerry, locale, story: 'bakery-closes' }
    return (await visit(href(addresses.story, story))).text()
  }
  const links = (html: string) =>
    [...html.matchAll(/<li><a href="[^"]*\/in\/(\w+)"[^>]*>([^<]*)<small>([^<]*)/g)].map(
      ([, language, name, by]) => [language, name?.trim(), by],
    )

  it('lists the reader’s own language first, then people, then machines', async () => {
    const polish = { ...person, slug: 'piekarnia', language: 'pl' }
    const html = await page([{ ...open, work: 'bakery' }, polish], 'nl')
    assert.deepEqual(links(html), [
      ['nl', 'Nederlands', 'door een computer'],
      ['pl', 'Pools', 'door een mens'],
      ['ar', 'Arabisch', 'door een computer'],
    ])
    assert.match(
      html,
      /<p class="read-in"><a href="[^"]*\/nl\/[^"]*in\/nl"[^>]*>Lees in het Nederlands<\/a>/,
    )
  })

  it('is not there where nothing translates, but for the browser’s own', async () => {
    const visit = visitTo(standWith({ changed: { translator: null } }))
    const story = { ...nightFerry, story: 'bakery-closes' }
    const english = await (await visit(href(addresses.story, { ...story, locale: 'en' }))).text()
    assert.ok(!english.includes('translations'))
    const dutch = await (await visit(href(addresses.story, { ...story, locale: 'nl' }))).text()
    assert.match(dutch, /<div class="translating" data-island="translate" hidden>/)
    assert.match(dutch, /<li hidden data-from="en" data-to="nl">/)
  })
})
