import { availableParallelism } from 'node:os'
import { DatabaseSync } from 'node:sqlite'
import type { IndexKeeper, IndexState, SearchAnswer } from '#search'
import { nothingKnown, type OpenIndex, patience as usualPatience } from '../open-index.ts'
import type { FindAnswer, FindWork } from './find-thread.ts'
import { type Generations, generationsIn } from './generations.ts'
import type { KeepAnswer, KeepWork } from './keep-thread.ts'
import { schemaVersion } from './schema.ts'
import { openThread, type Thread } from './thread.ts'
import { callToSend, documentToSend } from './wire.ts'

const findProgram = new URL('./find-thread.ts', import.meta.url)
const keepProgram = new URL('./keep-thread.ts', import.meta.url)

/**
 * The index of a stand on SQLite: files of its own in this folder, so that nothing that readers wait
 * for waits for it, and so that it can be thrown away and built again.
 */
export function openSqliteIndex(
  folder: string,
  { patience = usualPatience }: { readonly patience?: number } = {},
): OpenIndex {
  const generations = generationsIn(folder)
  const count = Math.max(1, Math.min(4, availableParallelism()))
  const finders = Array.from({ length: count }, () => openThread<FindWork, FindAnswer>(findProgram))
  const keeping = openThread<KeepWork, KeepAnswer>(keepProgram)
  const trouble: { why: string | null; building: { done: number; of: number } | null } = {
    why: null,
    building: null,
  }

  const ask = async (work: (file: string) => FindWork): Promise<FindAnswer | null> => {
    const file = generations.current()
    if (file === null) return null
    const [first] = finders.toSorted((one, other) => one.waiting() - other.waiting())
    try {
      return (await first?.ask(work(file))) ?? null
    } catch (error) {
      if (!noteDamage(trouble, file, error)) throw error
      return null
    }
  }

  return {
    index: {
      async search(call) {
        const answer = await ask((file) => ({
          file,
          patience,
          kind: 'search',
          call: callToSend(call),
        }))
        return isAnswer(answer) ? answer : nothingKnown
      },
      async suggest(text, most) {
        const answer = await ask((file) => ({ file, patience, kind: 'suggest', text, most }))
        return answer === null || isAnswer(answer) ? [] : answer
      },
      state: async () => stateOf(generations, trouble),
    },
    keeper: keeperOf(generations, keeping, trouble),
    async [Symbol.asyncDispose]() {
      await Promise.all([...finders, keeping].map((thread) => thread[Symbol.asyncDispose]()))
    },
  }
}

const isAnswer = (answer: FindAnswer | null): answer is SearchAnswer =>
  answer !== null && 'hits' in answer

interface Trouble {
  why: string | null
  building: { done: number; of: number } | null
}

function keeperOf(
  generations: Generations,
  keeping: Thread<KeepWork, KeepAnswer>,
  trouble: Trouble,
): IndexKeeper {
  const nothing = { put: [], remove: [], position: null, building: false, finish: false } as const
  return {
    async position() {
      const file = generations.current()
      if (file === null || trouble.why !== null) return null
      try {
        return positionIn(file)
      } catch (error) {
        if (!noteDamage(trouble, file, error)) throw error
        return null
      }
    },
    async apply({ put, remove, position }) {
      const file = generations.current()
      if (file === null) throw new Error('There is no search index to change')
      try {
        await keeping.ask({ ...nothing, file, put: put.map(documentToSend), remove, position })
      } catch (error) {
        noteDamage(trouble, file, error)
        throw error
      }
    },
    async rebuild(of) {
      const file = await generations.begin()
      const thread = openThread<KeepWork, KeepAnswer>(keepProgram)
      const { send, allDone } = openSending(thread)
      const work = { ...nothing, building: true, file }
      trouble.building = { done: 0, of }
      return {
        async put(documents) {
          await send({ ...work, put: documents.map(documentToSend) })
          if (trouble.building !== null) trouble.building.done += documents.length
        },
        remove: (storyIds) => send({ ...work, remove: storyIds }),
        async swap(position) {
          await allDone()
          await thread.ask({ ...work, position, finish: true })
          await generations.choose(file)
          trouble.why = null
        },
        async [Symbol.asyncDispose]() {
          trouble.building = null
          await thread[Symbol.asyncDispose]()
        },
      }
    },
  }
}

/** Portions that lie ready for the thread: it has work, whatever holds the sender up. */
const portionsAhead = 3

/** Sends work ahead of what is done; what the thread throws is thrown by one of the next calls. */
function openSending(thread: Thread<KeepWork, KeepAnswer>) {
  const sent: Promise<KeepAnswer>[] = []
  return {
    async send(work: KeepWork): Promise<void> {
      const done = thread.ask(work)
      // It is waited for later: until then nobody has missed it.
      done.catch(() => {})
      sent.push(done)
      if (sent.length > portionsAhead) await sent.shift()
    },
    async allDone(): Promise<void> {
      await Promise.all(sent.splice(0))
    },
  }
}

/**
 * What SQLite says of a file that holds no sound index: it is known by its words, for threads give an
 * error without its number. A full disk or a lock is no damage: to build anew would mend nothing.
 */
const damage =
  /malformed|corrupt|not a database|vtable constructor|no such (?:table|column)|unable to open|disk I\/O/i

/** Whether that is damage: from then on the index is broken, until another one is built. */
function noteDamage(trouble: Trouble, file: string, error: unknown): boolean {
  const said = error instanceof Error ? error.message : String(error)
  if (!damage.test(said)) return false
  trouble.why = `${file}: ${said}`
  return true
}

/**
 * Up to where it knows everything; null where another program has made it in another way. Looked up
 * here: a stand on which nothing happens needs no thread that writes.
 */
function positionIn(file: string): number | null {
  using database = new DatabaseSync(file, { readOnly: true, timeout: 2_000 })
  const { user_version: version } = database.prepare('pragma user_version').get() ?? {}
  if (Number(version) !== schemaVersion) return null
  const found = database.prepare("select value from state where name = 'position'").get()
  return found === undefined ? null : Number(found.value)
}

function stateOf(generations: Generations, { why, building }: Trouble): IndexState {
  if (building !== null) return { state: 'building', ...building }
  if (why !== null) return { state: 'broken', why }
  const file = generations.current()
  // Whoever keeps it begins at once.
  if (file === null) return { state: 'building', done: 0, of: 0 }
  return { state: 'ready' }
}
