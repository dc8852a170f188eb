import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { html } from 'hono/html'
import { localesOf } from '../languages/locales.ts'
import { tongueOf } from '../languages/tongue.ts'
import { standWith } from '../stand.fixture.ts'
import { type CardSection, cardSection, drawnOnce } from './card-section.ts'

const [english, dutch] = localesOf({ pseudoLocales: false }).map(tongueOf)
assert.ok(english && dutch)
const cards = await standWith().needs.stories.newest(3)

const frame = {
  title: 'Tide & time',
  place: 'edition',
  more: html`<a href="/en">More</a>`,
} as const
const shown = (section: CardSection, without: string) =>
  Buffer.concat(section.without(without)).toString()
const headlines = (page: string) =>
  [...page.matchAll(/<h3[^>]*><a[^>]*>([^<]*)/g)].map(([, h]) => h)

describe('a section of cards', () => {
  it('leaves out the card of one story and nothing else', () => {
    const section = cardSection(english, cards, frame)
    const whole = shown(section, 'no such story')
    const all = cards.map(({ headline }) => headline)
    assert.match(
      whole,
      /^<section class="more"><h2>Tide &amp; time<\/h2>.*More<\/a><\/p><\/section>$/,
    )
    assert.deepEqual(headlines(whole), all)
    for (const { id, headline } of cards) {
      const page = shown(section, id)
      assert.deepEqual(
        headlines(page),
        all.filter((one) => one !== headline),
      )
      assert.equal(page.match(/<li class="card">.*?<\/li>/g)?.length, cards.length - 1)
      assert.match(page, /<\/ul><p class="onward">/)
    }
  })

  it('is nothing at all when no other card is left', () => {
    const [only] = cards
    assert.ok(only)
    assert.deepEqual(cardSection(english, [only], frame).without(only.id), [])
    assert.deepEqual(cardSection(english, [], frame).without(only.id), [])
  })

  it('is drawn once a language for as long as its list is the same', () => {
    let times = 0
    const draw = drawnOnce((tongue, stories) => {
      times += 1
      return cardSection(tongue, stories, frame)
    })
    for (const tongue of [english, dutch, english, dutch]) draw(tongue, cards)
    assert.equal(times, 2)
    draw(english, [...cards])
    assert.equal(times, 3)
  })
})
