/** Keeps what is spoken on the screen, until the reader goes elsewhere on the page. */
export interface Follower {
  /** Something else is spoken now. */
  readonly to: (range: Range | null) => void
  readonly end: () => void
}

/** Milliseconds in which a movement of the page is ours. */
const ours = 900

/**
 * @param bar what covers the foot of the screen
 * @param here leads back to what is spoken, and is shown when that is out of sight
 */
export function follower(bar: HTMLElement, here: HTMLElement): Follower {
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  let spoken: Range | null = null
  let follows = true
  let movedAt = 0

  const height = () => innerHeight - bar.offsetHeight
  const isSeen = (edge = 0) => {
    const { top, bottom } = spoken?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
    return bottom > edge && top < height() - edge
  }
  const bring = () => {
    if (spoken === null) return
    const { top } = spoken.getBoundingClientRect()
    movedAt = Date.now()
    const behavior = still.matches ? 'instant' : 'smooth'
    scrollBy({ top: top - height() * 0.3, behavior })
  }
  const look = () => {
    if (Date.now() - movedAt < ours || spoken === null) return
    follows = isSeen()
    here.hidden = follows
  }
  const back = () => {
    follows = true
    here.hidden = true
    bring()
  }
  here.addEventListener('click', back)
  addEventListener('scroll', look, { passive: true })
  return {
    to(range) {
      if (range === null) return
      const isNew = range.startContainer !== spoken?.startContainer
      const moved = isNew || range.startOffset !== spoken?.startOffset
      spoken = range
      if (!moved) return
      // Who wants no movement is told where it is, and may go there.
      if (follows && !still.matches && !isSeen(height() * 0.12)) bring()
      else here.hidden = isSeen()
    },
    end() {
      removeEventListener('scroll', look)
      here.removeEventListener('click', back)
    },
  }
}
