/** Shows the original of the paragraph that is pressed, under it; pressed again, it goes. */
export function translation(place: HTMLElement): void {
  const article = place.closest<HTMLElement>('.story')
  place.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || target.closest('a, button, .source')) return
    // While it is read out a word that is pressed is where to go on, and words can be selected.
    if (article?.dataset.spoken !== undefined || !getSelection()?.isCollapsed) return
    let block: Element | null = target
    while (block !== null && block.parentElement !== place) block = block.parentElement
    const source = block?.nextElementSibling
    if (source instanceof HTMLElement && source.matches('.source:not(:has(.why))')) {
      source.hidden = !source.hidden
    }
  })
}
