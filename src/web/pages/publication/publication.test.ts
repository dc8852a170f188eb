import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Licence, type Publication, unsaidLicence } from '#catalogue'
import { localesOf } from '../../languages/locales.ts'
import { tongueOf } from '../../languages/tongue.ts'
import { standWith } from '../../stand.fixture.ts'
import { type Told, stories as usual } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'
import { completenessOf } from './completeness.ts'

const courier = '/nl/publications/harbour-courier'
const told = (edition: string, publication = 'harbour-courier'): Told => ({
  ...{ publication, edition, slug: 'only', section: '', headline: `Of ${edition}` },
  ...{ language: 'en', door: 'open', blocks: [{ kind: 'paragraph', html: 'Low water.' }] },
})

/** The usual stand, with the Courier described otherwise. */
async function standWithCourier(said: Partial<Publication>, stories: readonly Told[] = usual) {
  const plain = standWith({ stories })
  const { publications } = plain.needs
  const bySlug = async (slug: string) => {
    const found = await publications.bySlug(slug)
    return found && slug === 'harbour-courier' ? { ...found, ...said } : found
  }
  return standWith({ stories, changed: { publications: { ...publications, bySlug } } })
}

describe('the page of a publication', () => {
  it('says what it is, where it is from and what it is about', async () => {
    const stand = await standWithCourier({ topics: ['society', 'environment'] })
    const page = await (await visitTo(stand)(courier)).text()
    assert.match(page, /<h1[^>]* lang="en" dir="ltr">The Harbour Courier</)
    const facts = [...page.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name, said]) => [
      name,
      said?.replaceAll(/<[^>]*>/g, ' ').trim(),
    ])
    assert.deepEqual(facts, [
      ['Soort', 'Krant'],
      ['Verschijnt', 'Dagelijks'],
      ['Land', 'Verenigd Koninkrijk'],
      ['Taal', 'Engels'],
      ['Onderwerpen', 'Samenleving    Natuur en milieu'],
      ['Website', 'harbour-courier.example'],
    ])
    assert.match(page, /<a href="\/nl\/topics\/society">Samenleving</)
  })

  it('names the languages its stories are in, its own first', async () => {
    const foreign = (['ar', 'nl-BE', 'en-GB'] as const).map((language, at) => ({
      ...told('2025-05-20'),
      ...{ language, slug: `of-${at}` },
    }))
    const page = await (await visitTo(standWith({ stories: foreign }))(courier)).text()
    assert.match(page, /<dt>Talen<\/dt><dd>Engels, Arabisch en Nederlands</)
  })

  it('shows the newest edition with its contents, and no story of it again below', async () => {
    const page = await (await visitTo(standWith())(courier)).text()
    const heads = [...page.matchAll(/<h2>(.*?)</g)].map(([, head]) => head)
    assert.deepEqual(heads, [
      ...['Nieuwste editie', 'Eerdere edities', 'Uit eerdere edities', 'Archief per jaar'],
    ])
    const links = [...page.matchAll(/<h[34] class="headline"[^>]*><a href="[^"]*\/([^"/]+)"/g)]
    const slugs = links.map(([, slug]) => slug)
    assert.equal(new Set(slugs).size, slugs.length)
    assert.equal(slugs[0], 'night-ferry-saved')
    assert.equal(slugs.at(-1), 'herring-prices')
  })

  it('has no title above nothing when there is one edition only', async () => {
    const page = await (await visitTo(standWith({ stories: [told('2025-05-20')] }))(courier)).text()
    assert.doesNotMatch(page, /Eerdere edities|Uit eerdere edities/)
  })

  it('shows twelve earlier editions, and every year with what it holds', async () => {
    const stories = [
      ...Array.from({ length: 15 }, (_, at) => told(`2025-05-${at + 10}`)),
      ...[told('2023-12-31'), told('2023-12-30')],
    ]
    const page = await (await visitTo(standWith({ stories }))(courier)).text()
    assert.equal(page.match(/<li class="copy">/g)?.length, 12)
    const years = [...page.matchAll(/archive\/(\d+)">(\d+)<\/a> .*?<span>(.*?)</g)]
    assert.deepEqual(
      years.map(([, to, year, count]) => [to, year, count]),
      [
        ['2025', '2025', '15 edities'],
        ['2023', '2023', '2 edities'],
      ],
    )
  })

  it('sets its name in type, or shows its logo under that name', async () => {
    const size = { width: 300, height: 80, widths: [300], thumbhash: '', tone: '#ffffff' }
    const stand = await standWithCourier({ logo: { digest: 'ab'.repeat(32), ...size } })
    const page = await (await visitTo(stand)(courier)).text()
    assert.match(page, /<h1[^>]*><img class="logo"[^>]* alt="The Harbour Courier"/)
  })

  it('is gone when all was withdrawn, and was never there when nothing came out', async () => {
    const all = usual.map((one) => ({ ...one, withdrawn: one.publication === 'harbour-courier' }))
    const visit = visitTo(standWith({ stories: all }))
    assert.equal((await visit(courier)).status, 410)
    assert.match(await (await visit(courier)).text(), /Deze publicatie is uit de kiosk verdwenen/)
    assert.equal((await visit(`${courier}/archive/2025`)).status, 410)
    const others = usual.filter(({ publication }) => publication !== 'harbour-courier')
    assert.equal((await visitTo(standWith({ stories: others }))(courier)).status, 404)
  })

  it('leads on from a former name, and so does its archive', async () => {
    const visit = visitTo(standWith())
    const moved = await visit('/nl/publications/courier-of-old')
    assert.deepEqual([moved.status, moved.headers.get('location')], [301, courier])
    const archive = await visit('/nl/publications/courier-of-old/archive/2025')
    assert.equal(archive.headers.get('location'), `${courier}/archive/2025`)
    assert.equal((await visit('/nl/publications/never-here')).status, 404)
  })
})

describe('a year of the archive', () => {
  it('shows a newspaper as a calendar that begins on the reader’s first day', async () => {
    const stories = [told('2025-05-20'), told('2025-05-20-evening'), told('2025-06-01')]
    const visit = visitTo(standWith({ stories }))
    const page = await (await visit(`${courier}/archive/2025`)).text()
    assert.deepEqual(
      [...page.matchAll(/<h2>(.*?)</g)].map(([, head]) => head),
      ['Mei', 'Juni'],
    )
    const days = [...page.matchAll(/<a href="[^"]*\/([^"/]+)" aria-label="([^"]*)"/g)]
    assert.deepEqual(
      days.map(([, slug, said]) => [slug, said]),
      [
        ['2025-05-20', '20 mei 2025'],
        ['2025-05-20-evening', '2, 20 mei 2025'],
        ['2025-06-01', '1 juni 2025'],
      ],
    )
    // The first of May 2025 was a Thursday: fourth from Monday, sixth from Saturday.
    assert.match(page, /<li class="off from-4"/)
    const arabic = await (await visit(`${courier.replace('nl', 'ar')}/archive/2025`)).text()
    assert.match(arabic, /<li class="off from-6"/)
  })

  it('shows a magazine by its covers, in months only where there are many', async () => {
    const path = '/nl/publications/polder-en-plan/archive/2025'
    const monthly = ['2025-01-05', '2025-05-05'].map((day) => told(day, 'polder-en-plan'))
    const page = await (await visitTo(standWith({ stories: monthly }))(path)).text()
    assert.equal(page.match(/<li class="copy">/g)?.length, 2)
    assert.doesNotMatch(page, /<h2>/)
    const weekly = Array.from({ length: 20 }, (_, at) =>
      told(`2025-0${(at % 4) + 1}-${at + 10}`, 'polder-en-plan'),
    )
    const long = await (await visitTo(standWith({ stories: weekly }))(path)).text()
    assert.deepEqual(
      [...long.matchAll(/<h2>(.*?)</g)].map(([, head]) => head),
      ['April', 'Maart', 'Februari', 'Januari'],
    )
  })

  it('shows the day on which a daily is missing, says so, and counts it', async () => {
    const weeks = Array.from({ length: 28 }, (_, days) =>
      Temporal.PlainDate.from('2025-05-05').add({ days }),
    )
    const out = weeks.filter((day) => day.dayOfWeek !== 7 && day.toString() !== '2025-05-20')
    const stories = out.map((day) => told(day.toString()))
    const page = await (await visitTo(standWith({ stories }))(`${courier}/archive/2025`)).text()
    const missed = [...page.matchAll(/<li class="missed[^>]*><span[^>]* aria-label="([^"]*)"/g)]
    assert.deepEqual(
      missed.map(([, said]) => said),
      ['20 mei 2025: hier is geen editie'],
    )
    assert.match(page, /<span>23 edities<\/span><span>1 ontbreekt<\/span>/)
    assert.match(page, /<p class="missing-note">/)
  })

  it('says between which copies of a magazine others are missing, over the end of a year', async () => {
    const path = '/nl/publications/polder-en-plan/archive/2025'
    const stories = ['2024-11-05', '2025-02-05', '2025-05-05', '2025-06-05'].map((day) =>
      told(day, 'polder-en-plan'),
    )
    const page = await (await visitTo(standWith({ stories }))(path)).text()
    const said = [...page.matchAll(/<li class="gap">(.*?)<\/li>/g)].map(([, text]) => text)
    assert.deepEqual(said, [
      'Tussen 5 februari 2025 en 5 mei 2025 ontbreken 2 edities',
      'Tussen 5 november 2024 en 5 februari 2025 ontbreken 2 edities',
    ])
    // January was missing in 2025, December in 2024.
    assert.match(page, /<span>3 edities<\/span><span>3 ontbreken<\/span>/)
  })

  it('leads past years in which nothing came out, which have no page', async () => {
    const stories = [told('2025-05-20'), told('2022-01-01')]
    const visit = visitTo(standWith({ stories }))
    const page = await (await visit(`${courier}/archive/2025`)).text()
    assert.match(page, /archive\/2022" rel="prev">.*?Eerder: 2022</)
    assert.doesNotMatch(page, /rel="next"/)
    for (const year of ['2024', '25', 'may', '02025']) {
      assert.equal((await visit(`${courier}/archive/${year}`)).status, 404, year)
    }
  })
})

describe('the line that says how complete a publication is', () => {
  const [, dutch] = localesOf({ pseudoLocales: false })
  assert.ok(dutch)
  const oldest = Temporal.PlainDate.from('2024-03-01')
  const said = (licence: Partial<Licence>, home: string | null = 'https://www.courier.example/') =>
    completenessOf(tongueOf(dutch), { licence: { ...unsaidLicence, ...licence }, home }, oldest)

  it('is nothing when nobody said anything', () => {
    assert.deepEqual(said({}), [])
  })

  it('says all, a selection, or only from when', () => {
    const since = Temporal.PlainDate.from('2024-06-01')
    assert.deepEqual(said({ content: 'all', since }), [
      'Elk artikel uit elke editie sinds 1 juni 2024 staat hier.',
    ])
    assert.match(said({ content: 'selected', since })[0] ?? '', /^Hier staat een keuze .* 1 juni/)
    assert.deepEqual(said({ since }), ['De edities staan hier vanaf 1 juni 2024.'])
  })

  it('promises nothing from before the oldest edition that is here', () => {
    const since = Temporal.PlainDate.from('1999-01-01')
    for (const content of ['all', 'selected', 'unsaid'] as const) {
      assert.match(said({ content, since })[0] ?? '', /1 maart 2024/)
    }
    assert.match(said({ content: 'all' })[0] ?? '', /sinds 1 maart 2024/)
  })

  it('says how late it is here, and where it is free', () => {
    assert.deepEqual(said({ delayDays: 1, freeAtHome: true }), [
      'Elke editie komt hier 1 dag na verschijning.',
      'Op courier.example is alles ook gratis te lezen.',
    ])
    assert.deepEqual(said({ freeAtHome: true }, null), [])
    assert.deepEqual(said({ freeAtHome: true }, 'javascript:alert(1)'), [])
  })

  it('stands on the page of the publication and on its archive', async () => {
    const stand = await standWithCourier({ licence: { ...unsaidLicence, content: 'all' } })
    const visit = visitTo(stand)
    for (const path of [courier, `${courier}/archive/2025`]) {
      const page = await (await visit(path)).text()
      assert.match(page, /Elk artikel uit elke editie sinds 19 mei 2025 staat hier\./, path)
    }
  })
})
