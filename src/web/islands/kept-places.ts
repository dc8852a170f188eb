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

function places(): Places {
  try {
    const kept = JSON.parse(localStorage.getItem(shelf) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}

export const placeIn = (story: string): KeptPlace | null => places()[story] ?? null

/** Keeps it in this browser, and tells the account of whoever is signed in. */
export function keepPlace(story: string, block: string, share: number, account: string): void {
  const place = { block, share: Math.round(share * 1_000) / 1_000, at: Date.now() }
  const all = Object.entries({ ...places(), [story]: place })
  const newest = all.sort(([, a], [, b]) => b.at - a.at).slice(0, most)
  try {
    localStorage.setItem(shelf, JSON.stringify(Object.fromEntries(newest)))
  } catch {
    // Where nothing may be kept the reader finds the place by themselves.
  }
  tell(account, [{ story, ...place }])
}

function tell(account: string, told: readonly object[]): void {
  if (document.documentElement.dataset.reader === undefined || account === '') return
  // It arrives although the page is being left.
  navigator.sendBeacon(account, new Blob([JSON.stringify(told)], { type: 'application/json' }))
}
