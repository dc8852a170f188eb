/** A story of the queue, as the browser keeps it and the stand tells it. */
export interface Queued {
  /** "publication/edition/story". */
  readonly name: string
  readonly at: string
  readonly title: string
  readonly language: string
  readonly direction: string
  readonly from: string
}

/** The reader's queue, on their account or in this browser. */
export interface KeptQueue {
  readonly all: () => Promise<readonly Queued[]>
  readonly add: (stories: readonly Queued[]) => Promise<boolean>
  readonly remove: (name: string) => Promise<boolean>
  /** Puts a story before another, or at the end. */
  readonly move: (name: string, before: string | null) => Promise<boolean>
  readonly clear: () => Promise<boolean>
}

const shelf = 'queue'
const most = 500

/** @param at where the stand keeps it for whoever is signed in */
export function keptQueue(at: string): KeptQueue {
  return document.documentElement.dataset.reader === undefined ? inBrowser : onAccount(at)
}

function onAccount(at: string): KeptQueue {
  const headers = { accept: 'application/json' }
  const send = async (fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams(fields)
    const answer = await fetch(at, { method: 'POST', headers, body }).catch(() => null)
    return answer?.ok ?? false
  }
  return {
    async all() {
      const answer = await fetch(at, { headers })
      return answer.ok ? (await answer.json()).stories : []
    },
    add: (stories) => send({ does: 'add', story: stories.map(({ name }) => name).join('\n') }),
    remove: (story) => send({ does: 'remove', story }),
    move: (story, before) => send({ does: 'before', story, before: before ?? '' }),
    clear: () => send({ does: 'clear' }),
  }
}

export function storiesInBrowser(): readonly Queued[] {
  try {
    const kept = JSON.parse(localStorage.getItem(shelf) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

async function keep(stories: readonly Queued[]): Promise<boolean> {
  try {
    if (stories.length === 0) localStorage.removeItem(shelf)
    else localStorage.setItem(shelf, JSON.stringify(stories.slice(0, most)))
    return true
  } catch {
    return false
  }
}

const without = (names: readonly string[]) =>
  storiesInBrowser().filter(({ name }) => !names.includes(name))

export const inBrowser: KeptQueue = {
  all: async () => storiesInBrowser(),
  add: (stories) => keep([...without(stories.map(({ name }) => name)), ...stories]),
  remove: (name) => keep(without([name])),
  move(name, before) {
    const moved = storiesInBrowser().filter((one) => one.name === name)
    const others = without([name])
    const index = others.findIndex((one) => one.name === before)
    return keep(others.toSpliced(index === -1 ? others.length : index, 0, ...moved))
  },
  clear: () => keep([]),
}

/**
 * What a browser kept before its reader signed in goes to their account, and stays here no longer.
 * @param places where the stand keeps places; the queue is beside it
 */
export async function moveToAccount(places: string): Promise<void> {
  const stories = storiesInBrowser()
  const queue = onAccount(places.replace(/\/account\/places$/, '/queue'))
  if (stories.length > 0 && (await queue.add(stories))) await inBrowser.clear()
  const begun: Readonly<Record<string, object>> = JSON.parse(localStorage.places ?? '{}')
  const told = Object.entries(begun).map(([story, place]) => ({ story, ...place }))
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(places, { method: 'POST', headers, body: JSON.stringify(told) })
  // What cannot be read there cannot be read here either.
  if (answer.ok || answer.status === 400) localStorage.removeItem('places')
}
