import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Delivery } from '../../delivery.ts'
import type { Entry, Reading } from '../../draft.ts'
import { readHere } from '../../read-here.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const delivery: Omit<Delivery, 'bytes'> = {
  from: 'https://paper.example/feed',
  contentType: null,
  at: Temporal.Instant.from('2025-06-05T00:00:00Z'),
  timeZone: 'UTC',
}

async function read(items: string, given: Partial<Delivery> = {}): Promise<Reading & { ok: true }> {
  const xml = `<rss version="2.0"><channel><title>The Paper</title>${items}</channel></rss>`
  const reading = await readHere({ ...delivery, bytes: utf8(xml), ...given })
  assert.ok(reading.ok, JSON.stringify(reading.remarks))
  return reading
}

const codes = (said: Entry | Reading | undefined) => said?.remarks.map(({ code }) => code) ?? []
const item = (inside: string) => `<item><title>Fog</title><guid>g</guid>${inside}</item>`
const date = (text: string) => item(`<pubDate>${text}</pubDate>`)
const english = '<language>en</language>'

describe('the entries of a feed', () => {
  it('say where they stood and what was wrong with them', async () => {
    const { entries } = await read(`${english}${item('')}<item><title>Rain</title></item>`)
    assert.deepEqual(entries[0]?.remarks, [
      { code: 'date.missing', message: 'It has no date. Give one.', where: 'item 1 (guid g)' },
      {
        code: 'item.no-text',
        message: 'It has no text, so only its headline can be shown. Send the text, or a summary.',
        where: 'item 1 (guid g)',
      },
    ])
    assert.deepEqual(codes(entries[1]), ['date.missing', 'guid.missing', 'item.no-text'])
    assert.equal(entries[1]?.remarks[0]?.where, 'item 2')
  })

  it('do not lose each other: an empty one is refused, the others are read', async () => {
    const { entries } = await read(`<item><guid>1</guid></item>${item('')}`)
    assert.deepEqual(
      entries.map(({ ok }) => ok),
      [false, true],
    )
    assert.ok(codes(entries[0]).includes('item.empty'))
  })

  it('are dated by the first date that can be read, or not at all', async () => {
    const at = async (text: string) => {
      const [entry] = (await read(english + date(text))).entries
      assert.ok(entry?.ok)
      return [String(entry.draft.publishedAt), codes(entry)[0]]
    }
    assert.deepEqual(await at('31 Feb 2025 25:61'), ['null', 'date.unreadable'])
    assert.deepEqual(await at('2025-06-05T23:59:00Z'), ['2025-06-05T23:59:00Z', 'item.no-text'])
    assert.deepEqual(await at('2025-06-06T00:01:00Z'), ['null', 'date.future'])
    assert.deepEqual(await at('Thu, 01 Jan 1970 00:00:00 GMT'), ['null', 'date.unreadable'])
  })

  it('never lead to a script, a file or a machine of ours', async () => {
    for (const link of [
      'javascript:alert(1)',
      'file:///etc/hostname',
      'http://127.0.0.1/',
      'data:,a',
    ]) {
      const [entry] = (await read(item(`<link>${link}</link>`))).entries
      assert.ok(entry?.ok)
      assert.equal(entry.draft.home, null, link)
      assert.ok(codes(entry).includes('link.refused'), link)
    }
  })

  it('are the newest thousand, in the order of the feed', async () => {
    const many = Array.from({ length: 1_002 }, (_, at) => {
      const day = at === 0 ? '2020-01-01' : at === 1_001 ? '2021-01-01' : '2025-06-04'
      return `<item><title>t${at}</title><guid>${at}</guid><pubDate>${day}</pubDate></item>`
    })
    const reading = await read(english + many.join(''))
    assert.equal(reading.entries.length, 1_000)
    assert.ok(codes(reading).includes('feed.too-large'))
    const [first] = reading.entries
    assert.equal(first?.ok && first.draft.headline, 't1')
  })
})

describe('the language of a story', () => {
  const dutch =
    '<description>De haven lag stil onder een dunne mist en niemand op de kade had al gehoord wat de raad met het geld van de oude vuurtoren van plan was.</description>'

  it('is its own, else what the operator said, else the feed’s', async () => {
    const language = async (channel: string, own: string, given: Partial<Delivery> = {}) => {
      const xml = `${channel}<item xml:lang="${own}"><title>Fog</title></item>`
      const [entry] = (await read(xml, given)).entries
      return entry?.ok && entry.draft.language
    }
    assert.equal(await language(english, 'fr'), 'fr')
    assert.equal(await language(english, ''), 'en')
    assert.equal(await language(english, '', { said: { language: 'nl' } }), 'nl')
    assert.equal(await language('<language>not a tag!</language>', ''), 'und')
  })

  it('is guessed with a warning when nobody says it', async () => {
    const [entry] = (await read(item(dutch))).entries
    assert.equal(entry?.ok && entry.draft.language, 'nl')
    assert.ok(codes(entry).includes('language.guessed'))
  })

  it('is doubted, not changed, when the text is plainly in another', async () => {
    const reading = await read(english + item(dutch))
    assert.deepEqual(codes(reading), ['language.doubtful'])
    assert.equal(reading.entries[0]?.ok && reading.entries[0].draft.language, 'en')
    const right = await read(`<language>nl-BE</language>${item(dutch)}`)
    assert.deepEqual(codes(right), [])
  })
})

describe('what no database can hold', () => {
  it('is left out of every word of a reading', async () => {
    const odd = 'a\u0000\ud800b'
    const item = { id: odd, title: odd, content_html: odd, tags: [odd], date_published: odd }
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: odd,
      description: odd,
      authors: [{ name: odd }],
      items: [item, { id: '2', content_text: odd, url: `javascript:${odd}` }],
    }
    const reading = await readHere({ ...delivery, bytes: utf8(JSON.stringify(json)) })
    assert.ok(reading.ok && reading.entries.length === 2)
    assert.doesNotMatch(JSON.stringify(reading), /\\u0000|\\ud800/)
  })
})

describe('the sender', () => {
  it('is what the feed says, and the operator has the last word', async () => {
    const channel = '<link>/home</link><description>All &lt;b&gt;news&lt;/b&gt;</description>'
    assert.deepEqual((await read(channel + item(''))).sender, {
      title: 'The Paper',
      description: 'All news',
      language: null,
      home: 'https://paper.example/home',
    })
    const said = { title: 'Evening Paper' }
    assert.equal((await read(channel + item(''), { said })).sender.title, 'Evening Paper')
  })
})

describe('a digest', () => {
  it('changes with the text and not with the order of fetching', async () => {
    const digest = async (text: string, at = '2025-06-05T00:00:00Z') => {
      const given = { at: Temporal.Instant.from(at) }
      const [entry] = (await read(item(`<description>${text}</description>`), given)).entries
      assert.ok(entry?.ok)
      return entry.draft.digest
    }
    assert.equal(await digest('Quiet.'), await digest('Quiet.', '2025-07-05T00:00:00Z'))
    assert.notEqual(await digest('Quiet.'), await digest('Loud.'))
  })
})
