let isListening = false

/** Suggests while one types; the script for that is fetched when a field is entered. */
export function search(form: HTMLElement): void {
  const field = form.querySelector('input')
  const enter = () =>
    void import('./search-suggest.ts').then(({ suggest }) => field && suggest(form, field))
  // Somebody may have been typing before there was a script.
  if (field === document.activeElement) enter()
  else field?.addEventListener('focus', enter, { once: true })
  if (isListening) return
  isListening = true
  document.addEventListener('keydown', onSlash)
  const box = document.querySelector<HTMLInputElement>('.slash input')
  if (box === null) return
  box.checked = localStorage.getItem('search-slash') === null
  box.onchange = () =>
    box.checked
      ? localStorage.removeItem('search-slash')
      : localStorage.setItem('search-slash', 'off')
}

/**
 * "/" leads to the field that can be seen, or to the page of search. It can be turned off, as a key of
 * one sign has to be (WCAG 2.1.4): that is kept in the browser alone.
 */
function onSlash(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event
  if (key !== '/' || ctrlKey || metaKey || altKey) return
  if (target instanceof Element && target.closest('input, select, textarea, [role=dialog]')) return
  if (localStorage.getItem('search-slash') !== null) return
  event.preventDefault()
  const fields = document.querySelectorAll<HTMLInputElement>('[data-island=search] [name=q]')
  const seen = [...fields].findLast((one) => one.checkVisibility({ visibilityProperty: true }))
  if (seen) seen.select()
  else document.querySelector<HTMLElement>('.to-search')?.click()
}
