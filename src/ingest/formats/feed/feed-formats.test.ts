import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Draft, Reading } from '../../draft.ts'
import { readHere } from '../../read-here.ts'

async function read(text: string): Promise<Reading & { ok: true }> {
  const reading = await readHere({
    bytes: new TextEncoder().encode(text),
    from: 'https://feeds.example/paper.xml',
    contentType: null,
    at: Temporal.Instant.from('2025-06-05T00:00:00Z'),
    timeZone: 'Europe/Amsterdam',
  })
  assert.ok(reading.ok, JSON.stringify(reading.remarks))
  return reading
}

/** The first story of a feed, its dates as text so that they can be compared. */
async function story(text: string): Promise<Omit<Draft, 'publishedAt'> & { at: string }> {
  const [entry] = (await read(text)).entries
  assert.ok(entry?.ok, JSON.stringify(entry))
  const { publishedAt, ...draft } = entry.draft
  return { ...draft, at: String(publishedAt) }
}

const namespaces =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"'
const rss = (item: string, channel = '') =>
  `<rss version="2.0" ${namespaces}><channel><title>The Paper</title><link>https://paper.example/</link>${channel}<item>${item}</item></channel></rss>`
const atom = (entry: string, feed = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Paper</title>${feed}<entry><id>tag:paper.example,2025:1</id><title>Fog</title><updated>2025-06-04T09:30:00Z</updated>${entry}</entry></feed>`
const whole = '<![CDATA[<p>The harbour lay quiet.</p><p>Nobody had heard.</p>]]>'

describe('RSS 2.0', () => {
  it('gives a story with all that it says', async () => {
    const draft = await story(
      rss(
        `<title>Fog &amp;amp; <![CDATA[<i>fear</i>]]></title><link>/fog?utm_source=rss&amp;p=1</link>
        <guid isPermaLink="false">12</guid><pubDate>Wed, 4 Jun 2025 09:30:00 +0200</pubDate>
        <dc:creator>Ada Lund</dc:creator><category>Harbour</category>
        <description>Why it is dark.</description><content:encoded>${whole}</content:encoded>`,
        '<language>en_gb</language>',
      ),
    )
    assert.match(draft.digest, /^[\da-f]{64}$/)
    assert.deepEqual(
      { ...draft, digest: '' },
      {
        key: 'https://paper.example/#12',
        digest: '',
        headline: 'Fog & fear',
        standfirst: 'Why it is dark.',
        bylines: ['Ada Lund'],
        section: 'Harbour',
        topic: null,
        work: '',
        translatedFrom: null,
        translators: [],
        language: 'en-GB',
        direction: 'ltr',
        at: '2025-06-04T07:30:00Z',
        editionDate: null,
        position: null,
        door: null,
        home: 'https://paper.example/fog?p=1',
        complete: true,
        blocks: [
          { kind: 'paragraph', html: 'The harbour lay quiet.' },
          { kind: 'paragraph', html: 'Nobody had heard.' },
        ],
        hold: null,
        cancelled: false,
        version: null,
      },
    )
  })

  it('says what is not the whole story', async () => {
    const link = '<link>https://paper.example/fog</link>'
    const summary = '<title>Fog</title><description>Why it is dark.</description>'
    assert.equal((await story(rss(link + summary))).complete, false)
    assert.equal((await story(rss(summary))).complete, true)
    const cut = `${link}<content:encoded>Quiet, and then […]</content:encoded>`
    assert.equal((await story(rss(cut))).complete, false)
  })

  it('makes paragraphs of plain text', async () => {
    const { blocks } = await story(rss('<description>One\nline.\n\nTwo.</description>'))
    assert.deepEqual(
      blocks.map((block) => block.kind === 'paragraph' && block.html),
      ['One line.', 'Two.'],
    )
  })

  it('puts the picture sent beside the text first, unless the text has one', async () => {
    const enclosed = '<enclosure url="/a.jpg" type="image/jpeg" length="1"/><description>Text'
    const { blocks } = await story(rss(`${enclosed}</description>`))
    assert.deepEqual(blocks[0], {
      kind: 'picture',
      picture: { from: 'https://paper.example/a.jpg' },
      alt: '',
      caption: '',
      credit: '',
    })
    const own = await story(rss(`${enclosed} &lt;img src="/b.jpg"&gt;</description>`))
    const from = own.blocks.flatMap((block) => (block.kind === 'picture' ? block.picture.from : []))
    assert.deepEqual(from, ['https://paper.example/b.jpg'])
  })

  it('takes the words of Media RSS for its picture', async () => {
    const media =
      '<media:content url="/a.jpg" medium="image"><media:title>A pier</media:title><media:description>The pier &amp;amp; fog</media:description><media:credit>Bo Vik</media:credit></media:content>'
    const [picture] = (await story(rss(`<title>Fog</title>${media}`))).blocks
    assert.ok(picture?.kind === 'picture')
    const { alt, caption, credit } = picture
    assert.deepEqual([alt, caption, credit], ['A pier', 'The pier &amp; fog', 'Bo Vik'])
  })

  it('finds the text in an XHTML body, as old feeds have it', async () => {
    const old = await story(
      rss(
        '<xhtml:body xmlns:xhtml="http://www.w3.org/1999/xhtml"><xhtml:p>1 &lt; 2</xhtml:p></xhtml:body>',
      ),
    )
    assert.deepEqual(old.blocks, [{ kind: 'paragraph', html: '1 &lt; 2' }])
  })
})

describe('a title', () => {
  it('is text without mark-up and without marks that turn the page around', async () => {
    const { headline } = await story(rss('<title>\u202eFog\u2066 &lt;b&gt;now&lt;/b&gt;</title>'))
    assert.equal(headline, 'Fog now')
    const plain = atom('').replace('Fog', '\u202eFog\u2066 \u0007&lt;b>')
    assert.equal((await story(plain)).headline, 'Fog <b>')
  })

  it('is decoded once', async () => {
    const { headline } = await story(rss('<title>&amp;amp;lt;b&amp;amp;gt;</title>'))
    assert.equal(headline, '&lt;b&gt;')
  })

  it('is the beginning of the text when there is none', async () => {
    const { headline } = await story(rss('<description>It is dark. Nobody knows.</description>'))
    assert.equal(headline, 'It is dark.')
  })
})

describe('Atom', () => {
  it('keeps plain text plain and reads HTML and XHTML', async () => {
    const content = async (text: string) => (await story(atom(text))).blocks
    const paragraph = (html: string) => [{ kind: 'paragraph', html }]
    assert.deepEqual(await content('<content>a &lt;b&gt;</content>'), paragraph('a &lt;b&gt;'))
    assert.deepEqual(
      await content('<content type="html">a &lt;b&gt;c&lt;/b&gt;</content>'),
      paragraph('a <strong>c</strong>'),
    )
    assert.deepEqual(
      await content(
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <em>c</em> &lt;</div></content>',
      ),
      paragraph('a <em>c</em> &lt;'),
    )
  })

  it('resolves addresses against the innermost xml:base', async () => {
    const draft = await story(
      atom(
        '<link href="fog"/><content type="html" xml:base="deep/">&lt;a href="x"&gt;y&lt;/a&gt;</content>',
        '<link href="https://paper.example/"/>',
      ).replace('<entry>', '<entry xml:base="https://base.example/s/">'),
    )
    assert.equal(draft.home, 'https://base.example/s/fog')
    assert.match(JSON.stringify(draft.blocks), /https:\/\/base\.example\/s\/deep\/x/)
  })

  it('names the feed’s authors where an entry has none', async () => {
    const feedAuthor = '<author><name>The desk</name></author>'
    assert.deepEqual((await story(atom('', feedAuthor))).bylines, ['The desk'])
    const own = '<author><name>Ada Lund</name></author>'
    assert.deepEqual((await story(atom(own, feedAuthor))).bylines, ['Ada Lund'])
  })

  it('reads base64 of Atom 0.3', async () => {
    const xml = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>F</title><content type="text/html" mode="base64">${btoa('<p>Fog &amp; fear</p>')}</content></entry></feed>`
    assert.deepEqual((await story(xml)).blocks, [{ kind: 'paragraph', html: 'Fog &amp; fear' }])
  })

  it('is Atom although its text speaks of <rss>', async () => {
    const { format } = await read(atom('<content><![CDATA[ <rss version="2.0"> ]]></content>'))
    assert.equal(format, 'atom')
  })
})

describe('RDF', () => {
  it('knows a story by what it is about', async () => {
    const xml = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${namespaces}>
      <channel rdf:about="https://paper.example/"><title>The Paper</title><link>https://paper.example/</link><description/></channel>
      <item rdf:about="https://paper.example/1"><title>Fog</title><link>https://paper.example/fog</link><dc:date>2025-06-04</dc:date></item></rdf:RDF>`
    const draft = await story(xml)
    assert.equal(draft.key, 'https://paper.example/1')
    assert.equal(draft.home, 'https://paper.example/fog')
    assert.equal(draft.at, '2025-06-03T22:00:00Z')
  })
})

describe('JSON Feed', () => {
  const feed = (item: object, given: object = {}) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Paper',
      home_page_url: 'https://paper.example/',
      items: [{ id: '1', ...item }],
      ...given,
    })

  it('gives a story', async () => {
    const draft = await story(
      feed({
        url: 'https://paper.example/fog',
        title: 'Fog <b>',
        content_html: '<p>Quiet.</p>',
        summary: 'Why it is dark.',
        date_published: '2025-06-04T09:30:00+02:00',
        authors: [{ name: 'Ada Lund' }],
        tags: ['Harbour'],
        language: 'ar',
        image: '/a.jpg',
      }),
    )
    assert.equal(draft.headline, 'Fog <b>')
    assert.equal(draft.standfirst, 'Why it is dark.')
    assert.equal(draft.direction, 'rtl')
    assert.deepEqual([draft.section, draft.bylines], ['Harbour', ['Ada Lund']])
    assert.deepEqual(
      draft.blocks.map(({ kind }) => kind),
      ['picture', 'paragraph'],
    )
  })

  it('reads references that were left in a title', async () => {
    assert.equal((await story(feed({ title: 'Fog &#8211; again' }))).headline, 'Fog – again')
    assert.equal((await story(feed({ title: 'The <wbr> & &lt;' }))).headline, 'The <wbr> & &lt;')
  })

  it('has plain texts, and an author of its own in version 1.0', async () => {
    const version = 'https://jsonfeed.org/version/1'
    const draft = await story(
      feed({ content_text: 'a <b>\n\nc' }, { version, author: { name: 'The desk' } }),
    )
    assert.deepEqual(draft.blocks.length, 2)
    assert.deepEqual(draft.bylines, ['The desk'])
  })
})
