/** A list in a form whose lines can be dragged; what that takes is fetched here. */
export function order(form: HTMLElement): void {
  if (form.querySelector('[data-story]'))
    import('./order-by-drag.ts').then(({ drag }) => drag(form))
}
