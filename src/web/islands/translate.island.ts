/** The language that stories were read in last stands under this name in the browser. */
const kept = 'read-in'

/**
 * The languages to read a story in: the one that was chosen last is offered on the page, and the
 * browser's own translator where nothing else knows the language.
 */
export function translate(place: HTMLElement): void {
  place.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[hreflang]')
    if (link) localStorage.setItem(kept, link.hreflang)
  })
  offerLast(place)
  const item = place.querySelector<HTMLElement>('[data-to]')
  if (item === null || !('Translator' in self)) return
  item.hidden = false
  place.hidden = false
  item.querySelector('button')?.addEventListener('click', () => {
    void import('./browser-translation.ts').then(({ translateHere }) => translateHere(item))
  })
}

/** A line above the text, in the place of the one that offers the page's language. */
function offerLast(place: HTMLElement): void {
  const line = document.querySelector<HTMLElement>('.read-in')
  const last = localStorage.getItem(kept) ?? ''
  const link = place.querySelector<HTMLAnchorElement>(`a[hreflang="${CSS.escape(last)}"]`)
  if (line === null || link === null) return
  const copy = document.createElement('a')
  copy.href = link.href
  copy.hreflang = last
  copy.rel = 'nofollow'
  copy.textContent = link.dataset.line ?? ''
  const by = link.querySelector('small')?.cloneNode(true) ?? ''
  line.replaceChildren(copy, ' ', by)
  line.hidden = false
}
