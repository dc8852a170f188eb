import type { ReadingKept } from './reading-kept.ts'

/** What an account knows of how its reader wants stories set. */
interface Told {
  readonly words: string
  readonly theme: string
  /** Milliseconds since the epoch. */
  readonly at: number
  /** The size of letters at the device that told. */
  readonly size: string
}

const address = () => `/${document.documentElement.lang}/account/reading`

/**
 * Asks the account. The newest wins: what was chosen here and not told yet, or what another device
 * told. What cannot be asked now is asked on the next page.
 */
export async function ask(kept: ReadingKept): Promise<void> {
  const answer = await fetch(address()).catch(() => null)
  if (!answer?.ok) return
  const told: Told | null = await answer.json()
  localStorage.setItem('reading-elsewhere', told?.size ?? '')
  const here = Number(localStorage.getItem('reading-at'))
  if (here > (told?.at ?? 0)) await send(kept)
  else if (told !== null) take(kept, told)
}

/** A slider is moved in many steps: the last of them is told. */
const pause = 700
let waiting = 0

export function tell(kept: ReadingKept): void {
  clearTimeout(waiting)
  waiting = window.setTimeout(() => void send(kept), pause)
}

async function send(kept: ReadingKept): Promise<void> {
  const at = localStorage.getItem('reading-at')
  const answer = await fetch(address(), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ words: kept.words(), theme: kept.theme(), at: Number(at) }),
    keepalive: true,
  }).catch(() => null)
  if (!answer?.ok) return
  const told: Told = await answer.json()
  // Chosen again meanwhile: that is told in its turn.
  if (localStorage.getItem('reading-at') !== at) return
  if (told.at > Number(at)) take(kept, told)
  else localStorage.removeItem('reading-at')
}

function take(kept: ReadingKept, { words, theme }: Told): void {
  localStorage.removeItem('reading-at')
  kept.adopt(words, theme)
}
