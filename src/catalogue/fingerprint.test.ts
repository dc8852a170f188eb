import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  alikeFrom,
  bandsOf,
  type Fingerprint,
  fingerprintFromText,
  fingerprintOf,
  resemblance,
  textOfFingerprint,
} from './fingerprint.ts'
import { edited, madeReport, thrown, trueResemblance } from './wire-copy.fixture.ts'

const print = (text: string): Fingerprint => {
  const found = fingerprintOf(text)
  assert.ok(found !== null)
  return found
}
const share = (one: Fingerprint, other: Fingerprint) =>
  new Set(bandsOf(one)).intersection(new Set(bandsOf(other))).size
const seeds = fc.integer({ min: 0, max: 1_000_000 })

describe('the fingerprint of a story', () => {
  it('is the same for the same words, however they are set', () => {
    const text = madeReport(thrown(1)).join('\n\n')
    const loud = text.toUpperCase().replaceAll(' ', ' — ').replaceAll('E', 'É')
    assert.deepEqual(print(loud), print(text))
    const arabic = 'يفتح الحاج سليم باب الورشة قبل الفجر بقليل ويشعل الفرن كما يوقظ طفلا '
    const words = Array.from({ length: 12 }, (_, at) => `${arabic}${at}`).join(' ')
    assert.deepEqual(
      print(words.replaceAll('باب', 'بَاب').replaceAll('سليم', 'سلـيم')),
      print(words),
    )
  })

  it('tells a script without spaces apart character by character', () => {
    const line = '港の見える丘の上に古い灯台が立っていて夜になると三秒ごとに一度だけ光る'
    const text = Array.from({ length: 3 }, (_, at) => line.slice(at) + line.slice(0, at)).join('。')
    assert.equal(resemblance(print(text), print(`${text}終`)) > 0.9, true)
  })

  it('is not made of what is too short to be told apart', () => {
    const words = madeReport(thrown(2), 1)[0]?.split(' ') ?? []
    assert.equal(fingerprintOf(words.slice(0, 43).join(' ')), null)
    assert.notEqual(fingerprintOf(words.slice(0, 45).join(' ')), null)
    for (const text of ['', '\0', '. — .', 'tide '.repeat(500)]) {
      assert.equal(fingerprintOf(text), null, text)
    }
  })

  it('comes back from the text it is kept as, and from no other', () => {
    const fingerprint = print(madeReport(thrown(3)).join('\n'))
    assert.deepEqual(fingerprintFromText(textOfFingerprint(fingerprint)), fingerprint)
    assert.throws(() => fingerprintFromText('AAAA'), RangeError)
  })

  it('says how alike edited copies are, to 0.25 in every case and 0.06 on the whole', () => {
    let [squares, runs] = [0, 0]
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(0, 0.01, 0.05),
        (seed, cut, added, changed) => {
          const next = thrown(seed)
          const report = madeReport(next)
          const [one, other] = [report, edited(report, next, { cut, added, changed })].map(
            (paragraphs) => paragraphs.join('\n\n'),
          )
          const truth = trueResemblance(one ?? '', other ?? '')
          const error = resemblance(print(one ?? ''), print(other ?? '')) - truth
          assert.ok(Math.abs(error) < 0.25, `${error} from ${truth}`)
          squares += error ** 2
          runs += 1
        },
      ),
      { numRuns: 200, seed: 20_31 },
    )
    assert.ok(Math.sqrt(squares / runs) < 0.06)
  })

  it('finds copies that lost a third of their text, and no two reports of their own', () => {
    let found = 0
    const strangers: Fingerprint[] = []
    for (let seed = 0; seed < 100; seed += 1) {
      const next = thrown(seed)
      const report = madeReport(next)
      const one = print(report.join('\n\n'))
      const other = print(edited(report, next, { cut: 2, changed: 0.01, added: 1 }).join('\n\n'))
      if (share(one, other) > 0 && resemblance(one, other) >= alikeFrom) found += 1
      for (const stranger of strangers) assert.equal(share(one, stranger), 0)
      strangers.push(one)
    }
    assert.ok(found >= 97, `${found} of 100`)
  })

  it('has bands that are whole numbers an engine can keep', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const band of bandsOf(print(madeReport(thrown(seed), 2).join('\n')))) {
          assert.ok(Number.isSafeInteger(band) && band >= 0 && band < 2 ** 48)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('stays what it was in earlier versions: others are kept to compare it with', () => {
    const { buffer } = print(madeReport(thrown(7)).join('\n')).slice()
    const sum = new Uint32Array(buffer).reduce((all, one) => (Math.imul(all, 31) + one) >>> 0, 0)
    assert.equal(sum, 2_867_320_829)
  })
})
