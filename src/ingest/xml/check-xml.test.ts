import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkXml } from './check-xml.ts'

const codeOf = (xml: string) => checkXml(xml).remarks[0]?.code
const isRefused = (xml: string) => !checkXml(xml).ok

describe('the check before XML is parsed', () => {
  it('lets well-formed XML pass without a word', () => {
    assert.deepEqual(checkXml('<a b="1"><c/>text<![CDATA[<d>]]></a>'), { ok: true, remarks: [] })
  })

  it('warns of XML that is not well-formed and lets it pass', () => {
    for (const xml of ['<a><b></a>', '<a>fish & chips</a>', '<a>\u0001</a>', '<a', '']) {
      assert.equal(codeOf(xml), 'feed.not-well-formed', xml)
      assert.ok(!isRefused(xml), xml)
    }
  })

  it('refuses entities of the sender’s own making', () => {
    const xml = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert.equal(codeOf(xml), 'xml.dtd')
    assert.ok(isRefused(xml))
  })

  it('refuses entities that are files, and DOCTYPEs that are files', () => {
    const entity = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    assert.equal(codeOf(entity), 'xml.external-entity')
    assert.equal(codeOf('<!DOCTYPE a SYSTEM "file:///a.dtd"><a/>'), 'xml.external-entity')
    assert.equal(codeOf('<!DOCTYPE a PUBLIC "x" "/a.dtd"><a/>'), 'xml.external-entity')
  })

  it('lets the DOCTYPE of old feeds pass, which nobody fetches', () => {
    const xml =
      '<!DOCTYPE rss PUBLIC "-//Paper//DTD RSS 0.91//EN" "http://paper.example/r.dtd"><rss/>'
    assert.deepEqual(checkXml(xml), { ok: true, remarks: [] })
  })

  it('refuses depth beyond 256', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
    assert.ok(!isRefused(nested(256)))
    assert.equal(codeOf(nested(257)), 'xml.too-deep')
    assert.equal(codeOf('<a>'.repeat(200_000)), 'xml.too-deep')
  })

  it('refuses floods of attributes and attributes that are floods', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `a${at}=""`).join(' ')
    assert.ok(!isRefused(`<a ${many(256)}/>`))
    assert.equal(codeOf(`<a ${many(257)}/>`), 'xml.too-many-attributes')
    assert.equal(codeOf(`<a b="${'x'.repeat(65_537)}"/>`), 'xml.too-many-attributes')
  })

  it('says in which line it was', () => {
    assert.equal(checkXml('<a>\n<b>\n</a>').remarks[0]?.where, 'line 3')
  })
})
