/** What a key does while the player is open. */
export interface Deeds {
  readonly toggle: () => void
  readonly step: (by: -1 | 1) => void
  readonly faster: (by: -1 | 1) => void
  readonly stop: () => void
}

/** Listens to keys, but not to those that are meant for something that is being used. */
export function heedKeys(deeds: Deeds): () => void {
  const heed = (event: KeyboardEvent) => {
    const { target, key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (!(target instanceof Element) || target.closest(typed)) return
    // What is focused is pressed by this key; the page scrolls by it where nothing is.
    if (key === ' ' && target.closest(pressed)) return
    if (key === 'Escape' && document.querySelector(':popover-open') !== null) return
    const deed = byKey[key.length === 1 ? key.toLowerCase() : key]
    if (deed === undefined) return
    event.preventDefault()
    deed(deeds)
  }
  addEventListener('keydown', heed)
  return () => removeEventListener('keydown', heed)
}

const typed = 'input, textarea, select, [contenteditable], dialog, [popover]'
const pressed = 'button, a, summary, [tabindex]'

/** Sound runs from left to right for everybody, so the arrows do not turn round. */
const byKey: Readonly<Record<string, (deeds: Deeds) => void>> = {
  ' ': (deeds) => deeds.toggle(),
  k: (deeds) => deeds.toggle(),
  j: (deeds) => deeds.step(-1),
  ArrowLeft: (deeds) => deeds.step(-1),
  l: (deeds) => deeds.step(1),
  ArrowRight: (deeds) => deeds.step(1),
  '<': (deeds) => deeds.faster(-1),
  '>': (deeds) => deeds.faster(1),
  Escape: (deeds) => deeds.stop(),
}
