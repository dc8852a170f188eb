import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type CoverCopy, type CoverLook, socialSize } from '#catalogue'
import { chanceOf, chosen } from './chance.ts'
import { drawCover, recipes } from './draw-cover.ts'
import { drawSocial } from './draw-social.ts'
import { canDraw } from './drawable.ts'
import { loadFonts } from './fonts.ts'
import { palettes } from './palettes.ts'
import type { Sheet } from './sheet.ts'

let fonts: string
before(async () => {
  fonts = await mkdtemp(join(tmpdir(), 'kiosk-fonts-'))
  await loadFonts(fonts)
})
after(() => rm(fonts, { recursive: true }))

const english = (...texts: readonly string[]) => texts.map((text) => ({ text, language: 'en' }))

const copyOf = (changed: Partial<CoverCopy> = {}): CoverCopy => ({
  slug: 'tide',
  title: 'The Tide',
  language: 'en',
  look: 'newspaper',
  date: 'Sunday 22 November 2026',
  edition: '',
  headlines: english('Low water at six', 'Nobody saw the heron', 'A boat for two'),
  ...changed,
})

const looks: readonly CoverLook[] = ['newspaper', 'magazine', 'journal', 'children']

async function everyRecipe(copy: CoverCopy): Promise<readonly Uint8Array[]> {
  const drawn: Uint8Array[] = []
  for (const look of looks) {
    const [palette = assert.fail(`${look} has no palette`)] = palettes[look]
    for (const recipe of recipes[look]) {
      const sheet = await recipe({ ...copy, look }, palette, chanceOf(copy.slug))
      drawn.push(await sheet.pixels())
    }
  }
  return drawn
}

/** How many pixels are dark on the left and on the right half between two rows, without rules. */
async function inkOn(sheet: Sheet, from: number, to: number) {
  const pixels = await sheet.pixels()
  const { width } = sheet
  const sides = { left: 0, right: 0 }
  for (let y = from; y < to; y += 1) {
    const row = Array.from({ length: width }, (_, x) => (pixels[(y * width + x) * 3] ?? 255) < 90)
    const left = row.slice(0, width / 2).filter(Boolean).length
    const right = row.slice(width / 2).filter(Boolean).length
    if (left + right > width * 0.7) continue
    sides.left += left
    sides.right += right
  }
  return sides
}

describe('a cover', () => {
  it('is drawn at its full size, the same every time', async () => {
    const [one, other] = [await drawCover(copyOf()), await drawCover(copyOf())]
    assert.deepEqual([one.width, one.height], [640, 853])
    const pixels = Buffer.from(await one.pixels())
    assert.equal(pixels.length, 640 * 853 * 3)
    assert.ok(pixels.equals(await other.pixels()))
  })

  it('looks different by every recipe', async () => {
    const drawn = await everyRecipe(copyOf())
    assert.equal(drawn.length, 12)
    assert.equal(new Set(drawn.map((one) => Buffer.from(one).toString('base64'))).size, 12)
  })

  it('has another ornament the next day, in the same inks', async () => {
    const monday = await drawCover(copyOf({ date: 'Monday 23 November 2026', headlines: [] }))
    const sunday = await drawCover(copyOf({ headlines: [] }))
    const [one, other] = [await monday.pixels(), await sunday.pixels()]
    assert.ok(!Buffer.from(one.subarray(640 * 400 * 3)).equals(other.subarray(640 * 400 * 3)))
    assert.deepEqual([...one.subarray(0, 3)], [...other.subarray(0, 3)])
  })

  it('gives each publication one of several recipes, spread evenly', () => {
    const slugs = Array.from({ length: 400 }, (_, index) => `paper-${index}`)
    const counts = Map.groupBy(slugs, (slug) => chosen(recipes.newspaper, slug))
    assert.equal(counts.size, 4)
    for (const [, group] of counts) assert.ok(group.length > 60, `only ${group.length}`)
  })

  it('can be drawn of anything that comes in', async () => {
    const long = 'The committee on committees has found that it '.repeat(7).slice(0, 300)
    const strange = [
      copyOf({ title: 'A', headlines: english('One') }),
      copyOf({ title: 'The Quarterly Proceedings of the Society of Slow Instruments' }),
      copyOf({ headlines: english(long, long, long, long) }),
      copyOf({ headlines: english('\u{1f986}') }),
      copyOf({
        headlines: english('Rindfleischetikettierungsüberwachungsaufgabenübertragung'.repeat(3)),
      }),
      copyOf({
        headlines: english('Hello عالم again <b>& "so" on</b>', '\u0000\u202e\u2066', '   '),
      }),
      copyOf({ title: '', date: '', headlines: [] }),
      copyOf({
        title: 'صحيفة أخبار الموانئ البحرية والجزر البعيدة والمدن التي تطل عليها',
        language: 'ar',
        headlines: [{ text: 'افتتاح معرض Small Instruments في الميناء', language: 'ar' }],
      }),
    ]
    for (const copy of strange) for (const one of await everyRecipe(copy)) assert.ok(one.length > 0)
  })

  it('begins on the right in Arabic', async () => {
    const arabic = {
      title: 'مد',
      language: 'ar',
      date: '',
      headlines: [{ text: 'البحر', language: 'ar' }],
    }
    const [palette = assert.fail('no palette')] = palettes.newspaper
    const [, , berliner = assert.fail('no recipe')] = recipes.newspaper
    const right = await inkOn(await berliner(copyOf(arabic), palette, chanceOf('')), 215, 290)
    assert.ok(right.right > right.left * 4, JSON.stringify(right))
    const short = copyOf({ title: 'Ebb', date: '', headlines: english('Sea') })
    const left = await inkOn(await berliner(short, palette, chanceOf('')), 185, 240)
    assert.ok(left.left > left.right * 4, JSON.stringify(left))
  })

  it('leaves out a headline that no font here can draw', async () => {
    const unassigned = '\u0378\u0379'
    assert.equal(await canDraw(unassigned), false)
    assert.equal(await canDraw('Crème brûlée, Łódź – “so”'), true)
    assert.equal(await canDraw('خياطة الضوء'), true)
    const without = await drawCover(copyOf({ headlines: [] }))
    const boxed = await drawCover(copyOf({ headlines: english(unassigned) }))
    assert.ok(Buffer.from(await without.pixels()).equals(await boxed.pixels()))
  })
})

describe('a social picture', () => {
  const { edition: _, headlines: __, ...masthead } = copyOf()
  const shared = { ...masthead, headline: { text: 'Low water at six', language: 'en' } }

  it('has the size that social media ask for, with and without a standfirst', async () => {
    for (const standfirst of ['', 'Everybody came to look.', 'So it went on. '.repeat(60)]) {
      const sheet = await drawSocial({ ...shared, standfirst })
      assert.deepEqual([sheet.width, sheet.height], [socialSize.width, socialSize.height])
      assert.equal((await sheet.pixels()).length, 1200 * 630 * 3)
    }
  })

  it('says the publication where nothing can draw the headline', async () => {
    const headline = { text: '\u0378', language: 'en' }
    const sheet = await drawSocial({ ...shared, headline, standfirst: '' })
    const { left } = await inkOn(sheet, 150, 400)
    assert.ok(left > 500, String(left))
  })
})
