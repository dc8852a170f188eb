import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openGoldStand } from '../../gold.fixture.ts'
import { standWith } from '../../stand.fixture.ts'
import { stories } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const followed = (page: string) =>
  /<section class="others followed">.*?<\/section>/s.exec(page)?.[0] ?? ''
const storiesIn = (page: string) =>
  [...page.matchAll(/class="headline"[^>]*><a href="([^"]+)"/g)].map(([, at = '']) => at)

describe('the front page of a reader', () => {
  it('shows what is new in what they follow, and why, with the way to all of it', async () => {
    await using gold = await openGoldStand()
    const ana = await gold.reader()
    assert.equal(followed(await (await ana.get('/en')).text()), '')
    await ana.post('/en/mine', { follow: 'publication/polder-en-plan' })
    const answer = await ana.get('/en')
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    const page = await answer.text()
    assert.match(followed(page), /Because you follow Polder/)
    assert.match(followed(page), /<a href="\/en\/mine">/)
    assert.ok(storiesIn(followed(page)).every((at) => at.includes('/polder-en-plan/')))
    const all = storiesIn(page)
    assert.equal(new Set(all).size, all.length, 'no story stands there twice')
    assert.match(page, /What you follow stands below the top, for you alone\./)
    const other = await gold.reader('bo@saltmere.example')
    assert.equal(followed(await (await other.get('/en')).text()), '')
  })

  it('leaves out what they muted, stories and covers', async () => {
    await using gold = await openGoldStand()
    const ana = await gold.reader()
    const shown = async () => {
      const page = await (await ana.get('/en')).text()
      return page.replace(/<section class="chosen-for-you">.*?<\/section>/s, '')
    }
    assert.match(await shown(), /\/en\/publications\/polder-en-plan\/2025/)
    await ana.post('/en/mine', { mute: 'publication/polder-en-plan' })
    const without = await shown()
    assert.doesNotMatch(without, /\/en\/publications\/polder-en-plan/)
    assert.match(without, /What you muted is left out, for you alone\./)
    assert.doesNotMatch(without, /Everybody sees the same page/)
    await ana.post('/en/mine', { unmute: 'publication/polder-en-plan' })
    assert.match(await shown(), /\/en\/publications\/polder-en-plan\/2025/)
  })

  it('does not speak of a part that is not there: all of it stands at the top', async () => {
    await using gold = await openGoldStand(
      stories.filter(({ slug }) => slug === 'night-ferry-saved'),
    )
    const ana = await gold.reader()
    await ana.post('/en/mine', { follow: 'publication/harbour-courier' })
    const page = await (await ana.get('/en')).text()
    assert.equal(followed(page), '')
    assert.match(page, /Everybody sees the same page\./)
    assert.doesNotMatch(page, /for you alone/)
  })

  it('is the same for everybody else, whatever they send', async () => {
    const visit = visitTo(standWith())
    const plain = await visit('/en')
    assert.match(plain.headers.get('cache-control') ?? '', /^public/)
    const page = await plain.text()
    assert.equal(followed(page), '')
    const odd = await visit('/en', { headers: { cookie: '__Host-session=made-up' } })
    assert.equal(await odd.text(), page)
  })
})

describe('every card of the front page', () => {
  it('says why it is there', async () => {
    const page = await (await visitTo(standWith())('/en')).text()
    const opened = new Set([...page.matchAll(/id="(why-\w+)" popover/g)].map(([, id]) => id))
    const cards =
      page.match(/<(?:li class="card"|article class="lead").*?<\/(?:li|article)>/gs) ?? []
    assert.ok(cards.length > 5)
    for (const card of cards) {
      const [, id] = /popovertarget="(why-\w+)"/.exec(card) ?? []
      assert.ok(/class="reason"/.test(card) || (id !== undefined && opened.has(id)), card)
    }
  })
})
