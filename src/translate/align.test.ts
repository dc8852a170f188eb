import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { type Block, withIds } from '#catalogue'
import { type Draft, openReader } from '#ingest'
import { alignBlocks } from './align.ts'

const demo = join(import.meta.dirname, '../../demo')

const said = (...texts: readonly string[]): Block[] =>
  withIds(texts.map((html) => ({ kind: 'paragraph', html })))
const shapes = (one: readonly Block[], other: readonly Block[]) =>
  alignBlocks(one, other).map((row) => `${row.original.length}:${row.translated.length}`)

const long = 'The boats lay down on the sand and waited for the evening tide to come. '
const other = 'Die Boote legten sich auf den Sand und warteten auf die Flut des Abends. '

describe('a translation beside its original', () => {
  it('goes block by block', () => {
    assert.deepEqual(
      shapes(said(long, 'Short.', long + long), said(other, 'Kurz.', other + other)),
      [...['1:1', '1:1', '1:1']],
    )
    assert.deepEqual(shapes([], []), [])
  })

  it('knows a paragraph that was split, and two that were joined', () => {
    const three = said(long.repeat(4), `${long}1`, long.repeat(3))
    const split = said(other.repeat(2), other.repeat(2), `${other}1`, other.repeat(3))
    assert.deepEqual(shapes(three, split), ['1:2', '1:1', '1:1'])
    assert.deepEqual(shapes(split, three), ['2:1', '1:1', '1:1'])
  })

  it('leaves a block alone that the other does not have, and goes on', () => {
    const heading = withIds([{ kind: 'heading', level: 2, html: 'A note' }])
    const rows = alignBlocks(
      [...said(long), ...heading, ...said(`${long}2`)],
      said(other, `${other}2`),
    )
    assert.deepEqual(
      rows.map((row) => `${row.original.length}:${row.translated.length}`),
      ['1:1', '1:0', '1:1'],
    )
  })

  it('holds every block once, in order, however different the two are', () => {
    const ones = said(...Array.from({ length: 400 }, (_, at) => long.repeat(at % 7)))
    const others = said(...Array.from({ length: 90 }, (_, at) => other.repeat(at % 3)))
    const rows = alignBlocks(ones, others)
    assert.deepEqual(
      rows.flatMap((row) => row.original),
      ones,
    )
    assert.deepEqual(
      rows.flatMap((row) => row.translated),
      others,
    )
  })
})

describe('the translations of the demo', () => {
  it('stand beside their originals block by block', async () => {
    const drafts = await draftsOf(demo)
    const translations = drafts.filter(({ translatedFrom }) => translatedFrom !== null)
    const lines = translations.map((draft) => {
      const original = drafts.find(
        ({ work, translatedFrom }) => work === draft.work && translatedFrom === null,
      )
      assert.ok(original, draft.headline)
      const rows = alignBlocks(blocksOf(original), blocksOf(draft))
      const paired = rows.filter((row) => row.original.length * row.translated.length > 0)
      const whole = paired.filter((row) => row.original.length === row.translated.length)
      const pair = `${draft.work} ${original.language}→${draft.language}`
      return { pair, rows: rows.length, paired: paired.length, whole: whole.length }
    })
    assert.equal(lines.length >= 10, true)
    for (const { pair, rows, paired, whole } of lines) {
      console.log(`${pair}: of ${rows} rows ${whole} are 1:1, ${paired - whole} split or joined`)
      assert.equal(paired / rows >= 0.8, true, pair)
    }
  })
})

const blocksOf = ({ blocks }: Draft): Block[] =>
  withIds(
    blocks.map((block) => {
      if (block.kind !== 'picture') return block
      const size = { width: 9, height: 9, widths: [9], thumbhash: '', tone: '#808080' }
      return { ...block, picture: { digest: block.picture.from, ...size } }
    }),
  )

async function draftsOf(folder: string): Promise<readonly Draft[]> {
  await using reader = openReader()
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => file.endsWith('.md') && !/README|corrections/.test(file),
  )
  const drafts: Draft[] = []
  for (const file of files) {
    const bytes = await readFile(join(folder, file))
    if (!/^work:/m.test(bytes.toString())) continue
    const at = Temporal.Instant.from('2026-11-23T00:00:00Z')
    const from = { from: file, contentType: null, said: {}, at, timeZone: 'UTC' }
    const reading = await reader.read({ bytes, ...from })
    for (const entry of reading.ok ? reading.entries : []) if (entry.ok) drafts.push(entry.draft)
  }
  return drafts
}
