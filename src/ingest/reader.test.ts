import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Delivery } from './delivery.ts'
import { openReader } from './reader.ts'

const delivery = (text: string): Delivery => ({
  bytes: new TextEncoder().encode(text),
  from: 'https://paper.example/feed',
  contentType: null,
  at: Temporal.Instant.from('2025-06-05T00:00:00Z'),
  timeZone: 'UTC',
})

const feed = (items: string) =>
  `<rss version="2.0"><channel><title>P</title>${items}</channel></rss>`
const item = '<item><title>Fog</title><guid>1</guid></item>'

describe('the reader', () => {
  it('reads deliveries in threads, and more of them than it has threads', async () => {
    await using reader = openReader({ workers: 2 })
    const readings = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((name) =>
        reader.read(delivery(feed(item.replace('Fog', name)))),
      ),
    )
    const headlines = readings.map((reading) => {
      const entry = reading.ok ? reading.entries[0] : undefined
      return entry?.ok ? entry.draft.headline : null
    })
    assert.deepEqual(headlines, ['a', 'b', 'c', 'd', 'e'])
  })

  it('ends what takes too long, again and again', async () => {
    await using reader = openReader({ milliseconds: 1, workers: 1 })
    for (let time = 0; time < 2; time += 1) {
      const { ok, remarks } = await reader.read(delivery(feed(item)))
      assert.equal(ok, false)
      assert.equal(remarks[0]?.code, 'read.too-slow')
    }
  })

  it('ends what takes too much memory and reads the next in a new thread', async () => {
    await using reader = openReader({ megabytes: 128, workers: 1 })
    const { remarks } = await reader.read(delivery(feed(item.repeat(200_000))))
    assert.equal(remarks[0]?.code, 'read.too-large')
    assert.equal((await reader.read(delivery(feed(item)))).ok, true)
  })

  it('refuses too many bytes without reading them', async () => {
    await using reader = openReader({ bytes: 1_000 })
    const { ok, remarks } = await reader.read(delivery(feed(item.repeat(100))))
    assert.equal(ok, false)
    assert.equal(remarks[0]?.code, 'feed.too-large')
  })

  it('answers those who wait when it closes', async () => {
    const reader = openReader({ workers: 1 })
    const both = Promise.all([1, 2].map(() => reader.read(delivery(feed(item)))))
    await reader[Symbol.asyncDispose]()
    for (const { ok, remarks } of await both) {
      assert.equal(ok, false)
      assert.match(remarks[0]?.code ?? '', /^read\./)
    }
  })

  it('never throws, whatever stands in a feed', async () => {
    await using reader = openReader({ workers: 1 })
    const marks = ['<', '>', '&', '&#', ']]>', '<![CDATA[', '<!--', '</item>', '<item>', '<p>', '"']
    const word = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...marks))
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(''))
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (body, isMarked) => {
        const inside = isMarked ? `<![CDATA[${body}]]>` : body
        const xml = feed(`<item><title>${body}</title><description>${inside}</description></item>`)
        const { remarks } = await reader.read(delivery(xml))
        const codes = remarks.map(({ code }) => code)
        assert.ok(!codes.some((code) => code.startsWith('read.')), codes.join())
      }),
      { numRuns: 300 },
    )
  })

  it('never throws, whatever bytes it is given', async () => {
    await using reader = openReader({ workers: 1 })
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const { remarks } = await reader.read({ ...delivery(''), bytes })
        assert.ok(!remarks.some(({ code }) => code.startsWith('read.')))
      }),
      { numRuns: 100 },
    )
  })
})
