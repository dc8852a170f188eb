/**
 * Drags lines by their handles, with a pointer; the buttons do the same by keyboard and by touch. When
 * a line is let go, the form is sent as its first button sends it, so that nothing typed is lost.
 */
export function drag(form: HTMLElement): void {
  let held: HTMLElement | null = null
  const lineOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-story]') : null

  // Only the handle: words in a line that can be dragged cannot be marked.
  for (const grip of form.querySelectorAll<HTMLElement>('.grip')) grip.draggable = true
  form.addEventListener('dragstart', ({ target, dataTransfer }) => {
    held = lineOf(target)
    if (held === null || dataTransfer === null) return
    held.classList.add('is-held')
    dataTransfer.effectAllowed = 'move'
    dataTransfer.setDragImage(held, 0, 0)
  })
  form.addEventListener('dragover', (event) => {
    const over = lineOf(event.target)
    if (held === null || over === null) return
    event.preventDefault()
    // To put it before itself would end the drag.
    if (over === held) return
    const { top, height } = over.getBoundingClientRect()
    if (event.clientY < top + height / 2) over.before(held)
    else over.after(held)
  })
  form.addEventListener('dragend', () => {
    if (held === null) return
    held.classList.remove('is-held')
    held = null
    send(form)
  })
}

function send(form: HTMLElement): void {
  const lines = form.querySelectorAll<HTMLElement>('[data-story]')
  const order = form.querySelector<HTMLInputElement>('[name=order]')
  if (!(form instanceof HTMLFormElement) || order === null) return
  const after = Array.from(lines, (line) => line.dataset.story).join(' ')
  if (after === order.value) return
  order.value = after
  form.requestSubmit(form.querySelector<HTMLButtonElement>('[value=save]'))
}
