const root = document.documentElement

/** Shows the theme that is chosen at once, and keeps the choice in this browser alone. */
export function display(place: HTMLElement): void {
  const show = () => {
    const theme = localStorage.getItem('theme') ?? 'system'
    root.dataset.theme = theme
    colourBrowser(theme === 'system' ? null : getComputedStyle(root).backgroundColor)
    for (const radio of place.querySelectorAll('input')) radio.checked = radio.value === theme
  }
  place.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    if (target.value === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', target.value)
    show()
  })
  // Chosen in another tab, or on another page before the reader came back to this one.
  addEventListener('storage', show)
  addEventListener('pageshow', ({ persisted }) => persisted && show())
  if (root.dataset.theme !== undefined) show()
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
