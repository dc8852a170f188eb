import { kept } from './reading-kept.ts'

const root = document.documentElement

/** Shows the theme that is chosen at once. It stands on every page, so it asks the account too. */
export function display(place: HTMLElement): void {
  if (root.dataset.theme === undefined) return
  place.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) kept.chooseTheme(target.value)
  })
  kept.watch(() => {
    const theme = kept.theme()
    colourBrowser(theme === 'system' ? null : getComputedStyle(root).backgroundColor)
    for (const radio of place.querySelectorAll('input')) radio.checked = radio.value === theme
  })
  askAccount()
}

/** Where a visit begins, after signing in, and while it was not told the newest. */
function askAccount(): void {
  const { reader } = root.dataset
  if (!reader) localStorage.removeItem('reading-elsewhere')
  const within = document.referrer.startsWith(location.origin)
  const known = localStorage.getItem('reading-elsewhere') !== null
  const told = localStorage.getItem('reading-at') === null
  if (reader && !(within && known && told)) {
    void import('./reading-account.ts').then(({ ask }) => ask(kept))
  }
}

/** What surrounds the page takes its colour: of these elements the first that applies wins. */
function colourBrowser(colour: string | null): void {
  document.querySelector('meta[name=theme-color]:not([media])')?.remove()
  if (colour === null) return
  const meta = document.createElement('meta')
  meta.setAttribute('name', 'theme-color')
  meta.setAttribute('content', colour)
  document.querySelector('meta[name=theme-color]')?.before(meta)
}
