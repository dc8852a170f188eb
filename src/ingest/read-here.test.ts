import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readHere } from './read-here.ts'

const read = (text: string) =>
  readHere({
    bytes: new TextEncoder().encode(text),
    from: 'https://paper.example/feed',
    contentType: null,
    at: Temporal.Instant.from('2025-06-05T00:00:00Z'),
    timeZone: 'UTC',
  })

const refusalOf = async (text: string) => {
  const { ok, remarks } = await read(text)
  return ok ? 'read' : remarks.at(-1)?.code
}

describe('a delivery that cannot be read is refused with its reason', () => {
  it('when there is nothing in it', async () => {
    assert.equal(await refusalOf(''), 'feed.empty')
    assert.equal(await refusalOf(' \n<?xml version="1.0"?><!-- soon -->'), 'feed.empty')
  })

  it('when it is in no format we know', async () => {
    assert.equal(await refusalOf('<catalogue><plant/></catalogue>'), 'feed.unrecognised')
    assert.equal(await refusalOf('\u0000\u0001\u0002'), 'feed.empty')
    assert.equal(await refusalOf('%PDF-1.7 …'), 'feed.unrecognised')
  })

  it('when it is a web page, naming the feed that the page names', async () => {
    const page =
      '<!doctype html><html><link rel="alternate" type="application/rss+xml" href="/f.xml">'
    const { ok, remarks } = await read(page)
    assert.equal(ok, false)
    assert.match(remarks[0]?.message ?? '', /web page.*\/f\.xml/)
  })

  it('when a feed says nothing', async () => {
    assert.equal(await refusalOf('<rss version="2.0"><channel></channel></rss>'), 'feed.no-content')
    assert.equal(await refusalOf('<rss/>'), 'feed.no-content')
    assert.equal(
      await refusalOf('{"version":"https://jsonfeed.org/version/1.1","items":[]}'),
      'feed.no-content',
    )
  })

  it('when its JSON is broken', async () => {
    assert.equal(
      await refusalOf('{"version": "https://jsonfeed.org/version/1.1", "items": ['),
      'json.invalid',
    )
  })

  it('when its XML is a bomb', async () => {
    const bomb = '<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel/></rss>'
    assert.equal(await refusalOf(bomb), 'xml.dtd')
  })

  it('but not when it is only not well-formed', async () => {
    const reading = await read('<rss version="2.0"><channel><title>Fish & chips</title></channel>')
    assert.ok(reading.ok)
    assert.equal(reading.sender.title, 'Fish & chips')
    assert.deepEqual(
      reading.remarks.map(({ code }) => code),
      ['feed.not-well-formed'],
    )
  })
})
