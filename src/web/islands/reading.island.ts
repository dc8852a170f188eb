import { pageAt } from './page-at.ts'
import { readingChoices } from './reading-choices.ts'
import { kept } from './reading-kept.ts'

const sizes: readonly string[] = readingChoices.size.values

/** Smaller and larger letters, and the sheet with all else, which is fetched when it is opened. */
export function reading(place: HTMLElement): void {
  const status = place.querySelector<HTMLElement>('[role=status]')
  const said = place.dataset.words?.split('|') ?? []
  let quiet = 0
  const say = (words = '') => {
    if (status === null) return
    status.textContent = words
    clearTimeout(quiet)
    quiet = window.setTimeout(() => status.replaceChildren(), 2_500)
  }
  place.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button')
    if (!button) return
    if (button.dataset.by === undefined) {
      openSheet(place, button).catch(() => say(status?.dataset.failed))
      return
    }
    const at = sizes.indexOf(kept.choices().size) + Number(button.dataset.by)
    const size = sizes[at]
    if (size === undefined) return
    kept.choose({ size })
    say(said[at])
  })
  kept.watch(() => {
    const at = sizes.indexOf(kept.choices().size)
    for (const button of place.querySelectorAll<HTMLElement>('[data-by]')) {
      button.ariaDisabled = String(sizes[at + Number(button.dataset.by)] === undefined)
    }
  })
}

async function openSheet(place: HTMLElement, button: HTMLElement): Promise<void> {
  const [{ open }, page] = await Promise.all([
    import('./reading-sheet.ts'),
    document.getElementById('reading-settings') ? null : pageAt(place.dataset.at ?? ''),
  ])
  open(kept, button, page)
}
