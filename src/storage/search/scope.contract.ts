import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noFilters, readQuestion, type Scope, type SearchDocument } from '#search'
import { documentOf, type IndexUnderTest, now } from './search.contract.ts'

const publications = Array.from({ length: 200 }, (_, at) => `p-${at}`)

/** Words stand in a lead or behind it by turns, so that every publication has every case. */
function storyAt(at: number): SearchDocument {
  const turn = Math.floor(at / publications.length)
  const said = (word: string, every: number) => (turn % every === 0 ? word : '')
  return documentOf(`s${at}`, {
    publicationId: publications[at % publications.length] ?? '',
    publicationTitle: 'The Log',
    door: turn % 5 === 4 ? 'open' : 'plan',
    lead: `${said('tide', 3)} ${said('fog', 4)} lead`,
    rest: `${said('tide', 2)} ${said('fog', 3)} seal ${said('mud flats', 7)} rest`,
    publishedAt: now.subtract({ minutes: at }),
  })
}

/** Enough that of few publications' stories the newest thousand that have a word hold too few. */
const stories = Array.from({ length: 3_600 }, (_, at) => storyAt(at))

const questions: readonly (readonly [string, (words: string) => boolean])[] = [
  ['tide', (words) => words.includes('tide')],
  ['seal', (words) => words.includes('seal')],
  ['seal lead', (words) => words.includes('seal')],
  ['"mud flats"', (words) => words.includes('mud flats')],
  ['lead -seal', (words) => !words.includes('seal')],
  ['lead tide -fog', (words) => words.includes('tide') && !words.includes('fog')],
]

const most = 1_000

/** That a scope of any size is kept to, whatever the engine. */
export function scopeContract(engine: string, open: () => Promise<IndexUnderTest>): void {
  describe(`scopes on ${engine}`, { timeout: 600_000 }, () => {
    it('of any size let through what stands in their rests, and nothing of others', async () => {
      await using under = await open()
      await using build = await under.keeper.rebuild(stories.length)
      for (let at = 0; at < stories.length; at += 600) await build.put(stories.slice(at, at + 600))
      await build.swap(1)
      for (const size of [1, 60, 61, 150, 200]) {
        // Not the ones of the newest stories.
        const publicationIds = publications.slice(publications.length - size)
        const scope: Scope = { rests: 'of-publications', publicationIds }
        const held = new Set(publicationIds)
        for (const [typed, answers] of questions) {
          const expected = stories.filter(({ lead, rest, door, publicationId }) =>
            answers(door === 'open' || held.has(publicationId) ? `${lead} ${rest}` : lead),
          )
          const answer = await under.index.search({
            question: readQuestion(typed, new Map(), noFilters),
            ...{ scope, order: 'newest', language: 'en', facets: true, now },
            ...{ skip: 0, most },
          })
          // So many of a phrase are enough: see postgres/newest.ts.
          const count = typed.startsWith('"') ? answer.count : Math.min(most, expected.length)
          const about = `${typed} within ${size}`
          const ids = expected.slice(0, count).map(({ storyId }) => storyId)
          assert.deepEqual(answer.loose ? [] : answer.hits, ids, about)
          assert.equal(answer.count, answer.loose ? answer.count : ids.length, about)
          assert.equal(answer.atLeast, expected.length > count, about)
          const counted = answer.facets?.doors.reduce((all, door) => all + door.count, 0) ?? 0
          assert.equal(counted, ids.length, about)
        }
      }
    })
  })
}
