import { keepPlace, placeIn } from './kept-places.ts'

/** The part of the screen in which what is read stands: its upper third. */
const readingLine = '-12% 0px -70% 0px'
/** Milliseconds between two places that are kept. */
const pause = 4_000

/**
 * Keeps where the reader is in a story, and goes on there when they come back. Listening keeps the same
 * place, so while the player speaks this is silent.
 */
export function place(article: HTMLElement): void {
  const { story = '', at = '' } = article.dataset
  const blocks = [...article.querySelectorAll<HTMLElement>('.text > [id]:not(#rest)')]
  bringAlong(at)
  if (story === '' || blocks.length < 3) return
  goOn(article, blocks, story)
  let seen = ''
  let kept = ''
  let isWaiting = false
  const keep = () => {
    isWaiting = false
    if (seen === kept || seen === '' || article.dataset.spoken !== undefined) return
    kept = seen
    const isLast = seen === blocks.at(-1)?.id
    keepPlace(story, seen, isLast ? 1 : 0, at)
  }
  const watching = new IntersectionObserver(
    (entries) => {
      const inside = entries.findLast(({ isIntersecting }) => isIntersecting)
      if (inside === undefined) return
      seen = inside.target.id
      if (isWaiting) return
      isWaiting = true
      setTimeout(keep, pause)
    },
    { rootMargin: readingLine },
  )
  // Whoever does not move has not begun to read.
  addEventListener('scroll', () => blocks.forEach((block) => void watching.observe(block)), {
    once: true,
  })
  addEventListener('pagehide', keep)
}

/** What this browser kept before its reader signed in moves to the account. */
function bringAlong(at: string): void {
  if (document.documentElement.dataset.reader === undefined) return
  if (localStorage.queue === undefined && localStorage.places === undefined) return
  void import('./kept-queue.ts').then(({ moveToAccount }) => moveToAccount(at))
}

/** Not where an address or the browser says which place is meant, at the beginning, or at the end. */
function goOn(article: HTMLElement, blocks: readonly HTMLElement[], story: string): void {
  const [visit] = performance.getEntriesByType('navigation')
  const back = visit instanceof PerformanceNavigationTiming && visit.type !== 'navigate'
  if (location.hash !== '' || back || scrollY > 0) return
  const place = placeIn(story)
  if (place === null) return
  const index = blocks.findIndex(({ id }) => id === place.block)
  const target = blocks[index]
  if (target === undefined || index < 2) return
  if (index === blocks.length - 1 && place.share > 0.9) return
  const { height } = target.getBoundingClientRect()
  target.scrollIntoView({ block: 'start', behavior: 'instant' })
  scrollBy({ top: place.share * height - innerHeight * 0.15, behavior: 'instant' })
  sayHere(article)
}

/** A quiet line, which leaves with the first movement. */
function sayHere({ dataset }: HTMLElement): void {
  const line = document.createElement('p')
  line.className = 'was-here'
  line.role = 'status'
  const start = document.createElement('button')
  start.type = 'button'
  start.className = 'link'
  start.textContent = dataset.start ?? ''
  start.onclick = () => {
    scrollTo({ top: 0, behavior: 'instant' })
    line.remove()
  }
  line.append(`${dataset.here} `, start)
  document.body.append(line)
  setTimeout(() => line.remove(), 12_000)
}
