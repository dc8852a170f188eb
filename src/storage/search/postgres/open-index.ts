import type { IndexKeeper, IndexState, SearchAnswer, SearchCall, SearchIndex } from '#search'
import type { Database } from '../../database.ts'
import { type Finder, finderOn } from '../find.ts'
import { nothingKnown, type OpenIndex, patience as usualPatience } from '../open-index.ts'
import { buildOf } from './build.ts'
import { beginAsking } from './extent.ts'
import { gateFor } from './gate.ts'
import {
  beginGeneration,
  currentGeneration,
  endBuilding,
  keepState,
  stateOf,
} from './generation.ts'
import { forgetDocuments, putDocuments } from './keep.ts'
import { ensureNewest, makeNewest } from './newest.ts'
import { postgresShelf } from './shelf.ts'

/** A single look never takes so long; should one, it is ended by the server. */
const mostMilliseconds = 2_000

/** Questions at once: connections are shared with the pages of the stand. */
const mostAtOnce = 4

interface Trouble {
  why: string | null
  building: { done: number; of: number } | null
}

/** The index of a stand on PostgreSQL: tables beside its own, and the same answers as on SQLite. */
export function openPostgresIndex(
  database: Database,
  { patience = usualPatience }: { readonly patience?: number } = {},
): OpenIndex {
  const trouble: Trouble = { why: null, building: null }
  const { read } = database
  const inTurn = gateFor(mostAtOnce)
  let ready: Promise<void> | null = null

  const ask = async <Answer>(work: (finder: Finder) => Promise<Answer>): Promise<Answer | null> =>
    inTurn(async () => {
      try {
        ready ??= ensureNewest(database.write)
        await ready
        return await read.transaction().execute(async (turn) => {
          const asked = await beginAsking(turn, mostMilliseconds)
          return asked === null ? null : await work(finderOn(postgresShelf(turn, asked), patience))
        })
      } catch (error) {
        ready = null
        trouble.why = error instanceof Error ? error.message : String(error)
        return null
      }
    })

  const index: SearchIndex = {
    search: async (call: SearchCall): Promise<SearchAnswer> =>
      (await ask((finder) => finder.search(call))) ?? nothingKnown,
    suggest: async (text, most) => (await ask((finder) => finder.suggest(text, most))) ?? [],
    state: async () => stateNow(database, trouble),
  }
  return {
    index,
    keeper: keeperOf(database, trouble),
    // The database is its opener's.
    [Symbol.asyncDispose]: async () => {},
  }
}

function keeperOf({ read, write }: Database, trouble: Trouble): IndexKeeper {
  return {
    async position() {
      const generation = await currentGeneration(read)
      if (generation === null || trouble.why !== null) return null
      const position = await stateOf(read, `${generation.name}.position`)
      return position === null ? null : Number(position)
    },
    async apply({ put, remove, position }) {
      const generation = await currentGeneration(read)
      if (generation === null) throw new Error('There is no search index to change')
      await write.transaction().execute(async (turn) => {
        await forgetDocuments(turn, generation, remove)
        await putDocuments(turn, generation, put)
        await keepState(turn, `${generation.name}.position`, String(position))
      })
    },
    async rebuild(of) {
      const made = await beginGeneration(write)
      await makeNewest(write)
      trouble.building = { done: 0, of }
      const build = buildOf({ write }, made, (done) => {
        trouble.building = { done, of }
      })
      return {
        put: build.put,
        remove: build.remove,
        async swap(position) {
          await build.swap(position)
          trouble.why = null
        },
        async [Symbol.asyncDispose]() {
          trouble.building = null
          // Where the server is gone, so are those who build: an hour says it too.
          await endBuilding(write, made).catch(() => {})
        },
      }
    },
  }
}

async function stateNow({ read }: Database, { why, building }: Trouble): Promise<IndexState> {
  if (building !== null) return { state: 'building', ...building }
  if (why !== null) return { state: 'broken', why }
  const generation = await currentGeneration(read)
  // Whoever keeps it begins at once.
  if (generation === null) return { state: 'building', done: 0, of: 0 }
  return { state: 'ready' }
}
