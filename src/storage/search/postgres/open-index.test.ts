import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { sql } from 'kysely'
import { noFilters, readQuestion } from '#search'
import { openPostgresFixture, postgresName } from '../../engines/postgres.fixture.ts'
import { scopeContract } from '../scope.contract.ts'
import { documentOf, now, searchContract } from '../search.contract.ts'
import { tsvectorOf } from './lexemes.ts'
import { openPostgresIndex } from './open-index.ts'

// One database for all: it takes seconds to start, and each test builds an index of its own.
const database = await openPostgresFixture()
after(() => database[Symbol.asyncDispose]())
const open = () => openPostgresIndex(database, { patience: Infinity })
searchContract(postgresName, async () => open())
scopeContract(postgresName, async () => open())

it('looks through more than one span of time, as far as it has to', async () => {
  await using under = open()
  const count = 4_000
  // Over a year and more, a few of each day; what is far back has no "near", and the oldest a "seal".
  const documents = Array.from({ length: count }, (_, at) =>
    documentOf(`s${at}`, {
      headline: ['tide', at % 4 === 0 ? 'low water' : 'water low', at > 3_990 ? 'seal' : ''].join(
        ' ',
      ),
      standfirst: `${at < 2_600 ? 'near' : 'far'} ${at % 50 === 0 ? 'gull' : ''}`,
      publishedAt: now.subtract({ hours: at * 3 }),
    }),
  )
  await using build = await under.keeper.rebuild(count)
  for (let from = 0; from < count; from += 500) await build.put(documents.slice(from, from + 500))
  await build.swap(1)
  const ask = async (typed: string) => {
    const question = readQuestion(typed, new Map([['from', 'from']]), noFilters)
    const scope = { rests: 'none' } as const
    const usual = { order: 'newest', language: 'en', skip: 0, most: 1, facets: false, now } as const
    const { hits, count, atLeast } = await under.index.search({ question, scope, ...usual })
    return [hits[0], count, atLeast]
  }
  assert.deepEqual(await ask('tide'), ['s0', 1_000, true])
  assert.deepEqual(await ask('far'), ['s2600', 1_000, true])
  assert.deepEqual(await ask('gull'), ['s0', 80, false])
  assert.deepEqual(await ask('seal'), ['s3991', 9, false])
  assert.deepEqual(await ask('seal far tide'), ['s3991', 9, false])
  // Words in an order are looked for in fewer stories.
  assert.deepEqual(await ask('"low water"'), ['s0', 100, true])
  assert.deepEqual(await ask('far "tide low"'), ['s2600', 100, true])
  assert.deepEqual(await ask('"water seal"'), ['s3992', 2, false])
  assert.deepEqual(await ask('"near far"'), [undefined, 0, false])
})

it('an index that an older program built is asked as it is', async () => {
  await using built = open()
  await using build = await built.keeper.rebuild(1)
  await build.put([documentOf('older', { headline: 'An older gull' })])
  await build.swap(1)
  const { rows } = await sql<{ name: string }>`
    select proname as name from pg_proc
    where proname like 'search%' and pronamespace = current_schema()::regnamespace`.execute(
    database.read,
  )
  assert.ok(rows.length > 0)
  for (const { name } of rows) await sql`drop function ${sql.id(name)}`.execute(database.write)
  await using opened = open()
  const question = readQuestion('gull', new Map(), noFilters)
  const usual = { order: 'newest', language: 'en', skip: 0, most: 1, facets: false, now } as const
  const answers = await Promise.all(
    ['one', 'other'].map(() =>
      opened.index.search({ question, scope: { rests: 'none' }, ...usual }),
    ),
  )
  assert.deepEqual(
    answers.map(({ hits }) => hits),
    [['older'], ['older']],
  )
})

it('words far into a long story are known, though not in which place', () => {
  const words = Array.from({ length: 20_000 }, (_, at) => `w${at}`).join(' ')
  const columns = { headline: 'a b', standfirst: '', byline: '', section: '', publication: '' }
  const vector = tsvectorOf({ ...columns, text: words, tags: '\uE001en' }, 1)
  assert.match(vector, /'a':1 /)
  assert.match(vector, /'b':2 /)
  assert.match(vector, /'w19999' /)
})

it('a build that takes long outlives one that another program finishes meanwhile', async () => {
  await using filling = open()
  await using serving = open()
  await using long = await filling.keeper.rebuild(1)
  await long.put([documentOf('ferry')])
  {
    await using short = await serving.keeper.rebuild(0)
    await short.swap(3)
  }
  await long.put([documentOf('bridge')])
  await long.swap(4)
  assert.equal(await serving.keeper.position(), 4)
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = current_schema() and tablename like 'search\\_%\\_document'`.execute(
    database.read,
  )
  assert.equal(rows.length, 1, 'the others are gone')
})

it('a build that was given up goes with the next one', async () => {
  await using given = open()
  {
    await using build = await given.keeper.rebuild(1)
    await build.put([documentOf('ferry')])
  }
  await using build = await given.keeper.rebuild(1)
  await build.swap(5)
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = current_schema() and tablename like 'search\\_%\\_document'`.execute(
    database.read,
  )
  assert.equal(rows.length, 1)
})
