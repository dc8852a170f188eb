/** Where a reader is in a story: how much of a block lies behind, and when that was (ms). */
export interface KeptPlace {
  readonly block: string
  readonly share: number
  readonly at: number
}

const shelf = 'places'
/** Of more stories than anybody has begun, the oldest are forgotten. */
const most = 200

type Places = Readonly<Record<string, KeptPlace>>

/** Those of this visit: what the page said when it was opened is older. */
const visited = new Map<string, KeptPlace>()

const isSignedIn = () => document.documentElement.dataset.reader !== undefined

function inBrowser(): Places {
  try {
    const kept = JSON.parse(localStorage.getItem(shelf) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}

/** The page of a reader says where they were; a stranger's browser knows by itself. */
export function placeIn(story: string): KeptPlace | null {
  const before = visited.get(story) ?? inBrowser()[story]
  if (before !== undefined) return before
  const article = document.querySelector<HTMLElement>(`[data-story="${CSS.escape(story)}"]`)
  const [block, share, at] = article?.dataset.place?.split(' ') ?? []
  return block === undefined ? null : { block, share: Number(share), at: Number(at) }
}

/** Keeps it on the account of whoever is signed in, and in this browser for a stranger. */
export function keepPlace(story: string, block: string, share: number, account: string): void {
  const place = { block, share: Math.round(share * 1_000) / 1_000, at: Date.now() }
  visited.set(story, place)
  if (isSignedIn()) {
    // It arrives although the page is being left.
    const told = JSON.stringify([{ story, ...place }])
    navigator.sendBeacon(account, new Blob([told], { type: 'application/json' }))
    return
  }
  const all = Object.entries({ ...inBrowser(), [story]: place })
  const newest = all.sort(([, a], [, b]) => b.at - a.at).slice(0, most)
  try {
    localStorage.setItem(shelf, JSON.stringify(Object.fromEntries(newest)))
  } catch {
    // Where nothing may be kept the reader finds the place by themselves.
  }
}
