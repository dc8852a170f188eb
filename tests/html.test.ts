import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { addresses, href } from '#web'
import { goldOffer, selling } from '../src/web/access.fixture.ts'
import { openGoldStand } from '../src/web/gold.fixture.ts'
import { standWith } from '../src/web/stand.fixture.ts'
import { nightFerry, visitTo } from '../src/web/visit.fixture.ts'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // A headline is as long as its publication made it.
    'long-title': 'off',
    // A table or a command that scrolls sideways is a place with a name, and no section of a text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
})

const place = (locale: string) => ({ ...nightFerry, locale, year: '2025', topic: 'culture' })

/** Every kind of page, by the path a reader takes to it. */
const pages: Readonly<Record<string, (locale: string) => string>> = {
  'front page': (locale) => href(addresses.front, { locale }),
  catalogue: (locale) => href(addresses.publications, { locale }),
  'catalogue as a list': (locale) =>
    `${href(addresses.publications, { locale })}?kind=newspaper&look=list`,
  'catalogue without a find': (locale) =>
    `${href(addresses.publications, { locale })}?name=nowhere`,
  search: (locale) => href(addresses.search, { locale }),
  'search with finds': (locale) => `${href(addresses.search, { locale })}?q=harbour&kind=newspaper`,
  'search without a find': (locale) => `${href(addresses.search, { locale })}?q=zzz+fery`,
  collections: (locale) => href(addresses.collections, { locale }),
  collection: (locale) => href(addresses.collection, { locale, collection: 'still-water' }),
  topics: (locale) => href(addresses.topics, { locale }),
  topic: (locale) => href(addresses.topic, place(locale)),
  publication: (locale) => href(addresses.publication, place(locale)),
  archive: (locale) => href(addresses.archive, place(locale)),
  edition: (locale) => href(addresses.edition, place(locale)),
  'walled story': (locale) => href(addresses.story, place(locale)),
  'translated story': (locale) =>
    href(addresses.storyIn, { ...place(locale), story: 'long-headline', language: 'nl' }),
  'walled story beside its translation': (locale) =>
    `${href(addresses.storyIn, { ...place(locale), language: 'ar' })}?view=beside`,
  'story in a language that is not to be had': (locale) =>
    href(addresses.storyIn, { ...place(locale), language: 'ja' }),
  'story of many kinds of block': (locale) =>
    href(addresses.story, { ...place(locale), story: 'long-headline' }),
  'corrected story': (locale) =>
    href(addresses.story, { ...place(locale), story: 'bakery-closes' }),
  'summary of a story': (locale) => href(addresses.story, { ...place(locale), story: 'emoji' }),
  plans: (locale) => href(addresses.plans, { locale }),
  about: (locale) => href(addresses.about, { locale }),
  accessibility: (locale) => href(addresses.accessibility, { locale }),
  privacy: (locale) => href(addresses.privacy, { locale }),
  queue: (locale) => href(addresses.queue, { locale }),
  mine: (locale) => href(addresses.mine, { locale }),
  saved: (locale) => href(addresses.saved, { locale }),
  byline: (locale) => href(addresses.byline, { locale, name: 'ines-okafor-lund' }),
  listening: (locale) => href(addresses.player, { locale }),
  'reading settings': (locale) => href(addresses.readingSettings, { locale }),
  'not found': (locale) => `${href(addresses.publications, { locale })}/nowhere`,
  gone: (locale) => href(addresses.story, { ...place(locale), story: 'taken-back' }),
}

const taking = selling({ alone: { minor: 250, currency: 'EUR' } }, goldOffer)
const stands = {
  'a stand': visitTo(standWith()),
  'an empty stand': visitTo(standWith({ stories: [] })),
  'a stand that takes money': visitTo(standWith({ changed: { access: taking } })),
}

describe('the HTML of every page', () => {
  for (const locale of ['en', 'nl', 'ar']) {
    it(`is without a fault in ${locale}`, async () => {
      for (const [stand, visit] of Object.entries(stands)) {
        for (const [page, path] of Object.entries(pages)) {
          const html = await (await visit(path(locale))).text()
          assert.deepEqual(await faultsIn(html), [], `${page} of ${stand}`)
        }
      }
    })
  }

  it('is without a fault at the editors’ desk', async () => {
    await using gold = await openGoldStand()
    const ana = await gold.reader()
    const { accounts, clock } = gold.stand.needs
    await accounts.readers.giveRole(ana.id, { kind: 'operator' }, clock())
    const one = '/desk/collections/still-water'
    const found = `${one}?find=committee&done=saved`
    for (const path of ['/desk/collections', found, `${one}/preview`, `${one}/delete`]) {
      assert.deepEqual(await faultsIn(await (await ana.get(path)).text()), [], path)
    }
    const refused = await ana.post(one, { revision: '1', ends: 'soon', does: 'add' })
    assert.deepEqual(await faultsIn(await refused.text()), [])
    const meanwhile = await ana.post(one, { revision: '7', title: 'Mine' })
    assert.deepEqual(await faultsIn(await meanwhile.text()), [])
  })

  it('is looked at by a validator that sees faults', async () => {
    const faults = await faultsIn('<!doctype html><p><p id=a><div id=a></p><img src=x>')
    assert.ok(faults.some((fault) => fault.startsWith('no-dup-id')))
    assert.ok(faults.some((fault) => fault.startsWith('wcag/h37')))
  })
})

/** Each fault once, with the place where it is first. */
async function faultsIn(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html)
  const messages = results.flatMap((result) => result.messages)
  const told = messages.map(
    ({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`,
  )
  return [...new Set(told)]
}
