import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type IndexKeeper,
  noFilters,
  readQuestion,
  type Scope,
  type SearchAnswer,
  type SearchDocument,
  type SearchIndex,
} from '#search'

export interface IndexUnderTest extends AsyncDisposable {
  readonly index: SearchIndex
  readonly keeper: IndexKeeper
}

export const now = Temporal.Instant.from('2031-04-02T12:00:00Z')
const fieldNames = new Map([
  ['by', 'byline'],
  ['section', 'section'],
  ['publication', 'publication'],
  ['from', 'from'],
] as const)

let count = 0

export function documentOf(storyId: string, said: Partial<SearchDocument> = {}): SearchDocument {
  count += 1
  return {
    storyId,
    publicationId: 'p-tide',
    publicationTitle: 'The Tide',
    kind: 'newspaper',
    language: 'en',
    topic: 'environment',
    door: 'plan',
    section: 'Harbour',
    bylines: ['Mara Vell'],
    headline: 'Nothing to see',
    standfirst: '',
    lead: '',
    rest: '',
    minutes: 4,
    date: Temporal.PlainDate.from('2031-04-02'),
    publishedAt: now.subtract({ minutes: count }),
    ...said,
  }
}

const stand: readonly SearchDocument[] = [
  documentOf('ferry', {
    headline: 'The night ferry is late',
    standfirst: 'It waited for the bridges.',
    lead: 'Passengers slept on the quay.',
    rest: 'The captain blamed a sandbank and a whistle.',
  }),
  documentOf('bridge', {
    headline: 'A bridge that nobody crosses',
    lead: 'It leads to a field. The ferry goes there too.',
    bylines: ['Ilse Brandt'],
    section: 'Front',
  }),
  documentOf('open', { door: 'open', headline: 'Free for all', rest: 'A whistle in the rest.' }),
  documentOf('old-ferry', {
    headline: 'Ferry, an old history',
    publishedAt: now.subtract({ hours: 24 * 900 }),
    publicationId: 'p-log',
    publicationTitle: 'Log of the North',
    kind: 'magazine',
    minutes: 14,
  }),
  documentOf('huis', { language: 'nl', headline: 'Twee huizen aan zee', topic: 'culture' }),
  documentOf('maktaba', { language: 'ar', headline: 'المكتبة القديمة في الميناء' }),
  documentOf('gang', { language: 'zh', headline: '港口城市的灯光' }),
]

/** What every engine answers, whatever it is made of. */
export function searchContract(engine: string, open: () => Promise<IndexUnderTest>): void {
  describe(`searching on ${engine}`, { timeout: 600_000 }, () => {
    it('finds words, their other forms, phrases and what is not excluded', async () => {
      await using asked = await filled(open)
      assert.deepEqual(await asked.ids('ferry'), ['ferry', 'bridge', 'old-ferry'].sort())
      assert.deepEqual(await asked.ids('FERRIES bridges'), ['bridge', 'ferry'])
      assert.deepEqual(await asked.ids('"night ferry"'), ['ferry'])
      assert.deepEqual(await asked.ids('"ferry night"'), [])
      assert.deepEqual(await asked.ids('ferry -bridges'), ['old-ferry'])
      assert.deepEqual(await asked.ids('ferry -"night ferry"'), ['bridge', 'old-ferry'])
      assert.deepEqual(await asked.ids('ferry -"ferry night"'), ['bridge', 'ferry', 'old-ferry'])
    })

    it('finds every script', async () => {
      await using asked = await filled(open)
      assert.deepEqual(await asked.ids('huis zee'), ['huis'])
      assert.deepEqual(await asked.ids('مَكتبة'), ['maktaba'])
      assert.deepEqual(await asked.ids('城市'), ['gang'])
      assert.deepEqual(await asked.ids('港'), ['gang'])
      assert.deepEqual(await asked.ids('市城'), [])
    })

    it('looks in one field, and since a day, where that is asked', async () => {
      await using asked = await filled(open)
      assert.deepEqual(await asked.ids('by:brandt'), ['bridge'])
      assert.deepEqual(await asked.ids('section:harbour ferry'), ['ferry', 'old-ferry'])
      assert.deepEqual(await asked.ids('publication:north'), ['old-ferry'])
      assert.deepEqual(await asked.ids('ferry from:2031'), ['bridge', 'ferry'])
    })

    it('filters, counts, and counts a filter in use as if it were not', async () => {
      await using asked = await filled(open)
      const filters = { ...noFilters, kinds: ['newspaper'] as const }
      const answer = await asked.ask('ferry', { filters, facets: true })
      assert.deepEqual(answer.hits.toSorted(), ['bridge', 'ferry'])
      assert.deepEqual([answer.count, answer.atLeast], [2, false])
      assert.deepEqual(answer.facets?.kinds, [
        { value: 'newspaper', count: 2 },
        { value: 'magazine', count: 1 },
      ])
      assert.deepEqual(answer.facets?.lengths, [{ value: 'medium', count: 2 }])
      const all = await asked.ask('', { filters: { ...noFilters, languages: ['nl'] } })
      assert.deepEqual(all.hits, ['huis'])
    })

    it('puts what is about it first, or what is newest', async () => {
      await using asked = await filled(open)
      const best = await asked.ask('ferry')
      assert.deepEqual(best.hits, ['ferry', 'old-ferry', 'bridge'])
      const newest = await asked.ask('ferry', { order: 'newest' })
      assert.deepEqual(newest.hits, ['ferry', 'bridge', 'old-ferry'])
      assert.deepEqual((await asked.ask('ferry', { skip: 1, most: 1 })).hits, ['old-ferry'])
    })

    it('puts stories in the language of whoever asks before their equals', async () => {
      await using asked = await filled(open)
      const put = ['en', 'nl'].map((language) =>
        documentOf(`haven-${language}`, { language, headline: 'Haven', publishedAt: now }),
      )
      await asked.keeper.apply({ put, remove: [], position: 8 })
      for (const language of ['nl', 'en']) {
        const [first] = (await asked.ask('haven', { language })).hits
        assert.equal(first, `haven-${language}`)
      }
    })

    it('takes what a language makes of a word for that in no other', async () => {
      await using asked = await filled(open)
      const put = [
        documentOf('dijk', { language: 'nl', headline: 'Wat er in een dijk zit' }),
        documentOf('dam', { language: 'nl', headline: 'Water achter de dam' }),
        documentOf('wehr', { language: 'de', headline: 'Watern und Waten', lead: 'Am Wehr.' }),
      ]
      await asked.keeper.apply({ put, remove: [], position: 8 })
      assert.deepEqual(await asked.ids('water'), ['dam', 'wehr'])
      assert.deepEqual(await asked.ids('wat'), ['dijk', 'wehr'])
      assert.deepEqual(await asked.ids('-water dijk'), ['dijk'])
      assert.deepEqual(await asked.ids('"water achter"'), ['dam'])
    })

    it('looks in rests within the scope alone', async () => {
      await using asked = await filled(open)
      const within = async (scope: Scope, typed: string) => {
        const { hits, loose } = await asked.ask(typed, { scope })
        return loose ? [] : hits.toSorted()
      }
      assert.deepEqual(await within({ rests: 'none' }, 'whistle'), ['open'])
      assert.deepEqual(await within({ rests: 'all' }, 'whistle'), ['ferry', 'open'])
      const tide: Scope = { rests: 'of-publications', publicationIds: ['p-tide'] }
      assert.deepEqual(await within(tide, 'captain passengers'), ['ferry'])
      const log: Scope = { rests: 'of-publications', publicationIds: ['p-log'] }
      assert.deepEqual(await within(log, 'captain passengers'), [])
      assert.deepEqual(await within({ rests: 'none' }, '"blamed a sandbank"'), [])
    })

    it('excludes by every word that a viewer may read, and by no other', async () => {
      await using asked = await filled(open)
      const within = async (scope: Scope) => (await asked.ask('ferry -captain', { scope })).hits
      const tide: Scope = { rests: 'of-publications', publicationIds: ['p-tide'] }
      const log: Scope = { rests: 'of-publications', publicationIds: ['p-log'] }
      assert.deepEqual((await within({ rests: 'all' })).toSorted(), ['bridge', 'old-ferry'])
      assert.deepEqual((await within(tide)).toSorted(), ['bridge', 'old-ferry'])
      assert.deepEqual((await within(log)).toSorted(), ['bridge', 'ferry', 'old-ferry'])
    })

    it('tells a stranger nothing of a rest by an exclusion or a mended word', async () => {
      await using asked = await filled(open)
      assert.deepEqual(await asked.ids('ferry -captain'), ['bridge', 'ferry', 'old-ferry'])
      assert.equal((await asked.ask('sandbenk')).meant, null)
    })

    it('mends what was meant, and finds something where nothing has all the words', async () => {
      await using asked = await filled(open)
      assert.equal((await asked.ask('nigth fery')).meant, 'night ferry')
      const loose = await asked.ask('ferry zebra')
      assert.ok(loose.loose)
      assert.equal(loose.hits[0], 'ferry')
    })

    it('takes over what changed, and forgets what is gone', async () => {
      await using asked = await filled(open)
      const put = [documentOf('bridge', { headline: 'A tunnel instead' })]
      await asked.keeper.apply({ put, remove: ['ferry'], position: 8 })
      assert.deepEqual(await asked.ids('ferry'), ['old-ferry'])
      assert.deepEqual(await asked.ids('tunnel'), ['bridge'])
      assert.equal(await asked.keeper.position(), 8)
    })

    it('is built anew beside the one that is asked', async () => {
      await using asked = await filled(open)
      await using build = await asked.keeper.rebuild(1)
      await build.put([documentOf('new', { headline: 'A ferry of tomorrow' })])
      assert.ok((await asked.ids('ferry')).includes('ferry'))
      assert.equal((await asked.index.state()).state, 'building')
      await build.swap(30)
      assert.deepEqual(await asked.ids('ferry'), ['new'])
      assert.equal(await asked.keeper.position(), 30)
    })

    it('knows what changed and what left the stand while it was built', async () => {
      await using asked = await filled(open)
      await using build = await asked.keeper.rebuild(3)
      await build.put(['gone', 'corrected', 'kept'].map((id) => documentOf(id, { headline: id })))
      await build.remove(['gone', 'never-there'])
      await build.put([documentOf('corrected', { headline: 'A lighthouse' })])
      await build.swap(31)
      assert.deepEqual(await asked.ids('lighthouse'), ['corrected'])
      assert.deepEqual(await asked.ids('kept'), ['kept'])
      for (const headline of ['gone', 'corrected']) assert.deepEqual(await asked.ids(headline), [])
    })

    it('suggests headlines that begin so', async () => {
      await using asked = await filled(open)
      assert.deepEqual((await asked.index.suggest('the nig', 5)).toSorted(), ['ferry'])
      assert.deepEqual(await asked.index.suggest('f', 5), ['ferry', 'open', 'old-ferry'])
      assert.deepEqual(await asked.index.suggest('old histo', 5), ['old-ferry'])
      assert.deepEqual(await asked.index.suggest('城市', 5), ['gang'])
      assert.deepEqual(await asked.index.suggest('', 5), [])
      assert.deepEqual(await asked.index.suggest('whist', 5), [])
    })

    it('answers whatever is asked', async () => {
      await using asked = await filled(open)
      const odd = fc.constantFrom(
        '"',
        '*',
        'AND',
        'NEAR(',
        '-',
        ':',
        '\0',
        '{text}:',
        "';",
        '‮',
        '😀',
        '^',
      )
      const typed = fc
        .array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 12 })
        .map((all) => all.join(' '))
      await fc.assert(
        fc.asyncProperty(typed, async (text) => {
          const { hits, narrow } = await asked.ask(text)
          assert.ok(Array.isArray(hits) && !narrow)
          await asked.index.suggest(text, 3)
        }),
        { numRuns: 300 },
      )
      assert.equal((await asked.index.state()).state, 'ready')
    })
  })
}

interface Asked extends IndexUnderTest {
  ask(typed: string, said?: Partial<AskSaid>): Promise<SearchAnswer>
  /** In the order of the alphabet, of what has all the words. */
  ids(typed: string): Promise<readonly string[]>
}

interface AskSaid {
  readonly filters: typeof noFilters
  readonly scope: Scope
  readonly order: 'best' | 'newest'
  readonly language: string
  readonly facets: boolean
  readonly skip: number
  readonly most: number
}

async function filled(open: () => Promise<IndexUnderTest>): Promise<Asked> {
  const under = await open()
  await using build = await under.keeper.rebuild(stand.length)
  await build.put(stand)
  await build.swap(7)
  const ask: Asked['ask'] = (typed, said = {}) => {
    const { filters = noFilters, ...given } = said
    const question = readQuestion(typed, fieldNames, filters)
    const scope: Scope = { rests: 'none' }
    const usual = {
      scope,
      order: 'best' as const,
      language: 'en',
      facets: false,
      skip: 0,
      most: 20,
    }
    return under.index.search({ question, now, ...usual, ...given })
  }
  return {
    ...under,
    ask,
    async ids(typed) {
      const { hits, loose } = await ask(typed)
      return loose ? [] : hits.toSorted()
    },
    [Symbol.asyncDispose]: () => under[Symbol.asyncDispose](),
  }
}
