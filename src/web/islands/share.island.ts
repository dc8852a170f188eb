/**
 * The tools of a story. Those that share and copy also work without this: they open the address in a
 * field, and so they do where the browser gives no clipboard.
 */
export function share(place: HTMLElement): void {
  if ('share' in navigator) place.classList.add('can-share')
  const status = place.querySelector<HTMLElement>(':scope > .done')
  let quiet = 0

  const copied = () => {
    if (status === null) return
    status.textContent = status.dataset.said ?? ''
    clearTimeout(quiet)
    quiet = window.setTimeout(() => status.replaceChildren(), 4_000)
  }
  const copy = (button: HTMLElement) => {
    const source = document.getElementById(button.dataset.of ?? '')
    // Without TLS there is no clipboard: what was to be copied is marked, for the reader to copy.
    if (source !== null && !('clipboard' in navigator)) return mark(source)
    const text = source?.textContent ?? location.href
    navigator.clipboard.writeText(text).then(copied, () => show(place))
  }

  place.addEventListener('click', (event) => {
    const { target } = event
    const button = target instanceof Element && target.closest<HTMLElement>('[data-does]')
    if (!button) return
    const { does } = button.dataset
    if (does === 'print') print()
    else if (does === 'share' && 'share' in navigator) {
      event.preventDefault()
      // The reader may think better of it, and that is no failure.
      navigator.share({ title: document.title, url: location.href }).catch(() => {})
    } else if (does === 'copy' || does === 'share') {
      if (!('clipboard' in navigator) && button.dataset.of === undefined) return
      event.preventDefault()
      copy(button)
    }
  })
  place.querySelector('#address')?.addEventListener('toggle', () => field(place)?.select())
}

const field = (place: HTMLElement) => place.querySelector('input')

function mark(source: HTMLElement): void {
  if (source instanceof HTMLTextAreaElement) source.select()
  else getSelection()?.selectAllChildren(source)
}

function show(place: HTMLElement): void {
  place.querySelector<HTMLElement>('#address')?.showPopover()
}
