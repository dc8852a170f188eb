import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { openPostgresFixture, postgresName } from '../../engines/postgres.fixture.ts'
import { searchContract } from '../search.contract.ts'
import { tsvectorOf } from './lexemes.ts'
import { openPostgresIndex } from './open-index.ts'

// One database for all: it takes seconds to start, and each test builds an index of its own.
const database = await openPostgresFixture()
after(() => database[Symbol.asyncDispose]())
searchContract(postgresName, async () => openPostgresIndex(database, { patience: Infinity }))

it('words far into a long story are known, though not in which place', () => {
  const words = Array.from({ length: 20_000 }, (_, at) => `w${at}`).join(' ')
  const columns = { headline: 'a b', standfirst: '', byline: '', section: '', publication: '' }
  const vector = tsvectorOf({ ...columns, text: words, tags: '\uE001en' }, 1)
  assert.match(vector, /'a':1 /)
  assert.match(vector, /'b':2 /)
  assert.match(vector, /'w19999' /)
})
