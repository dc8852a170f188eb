import { follow } from './reading-form.ts'

export { follow }

import type { ReadingKept } from './reading-kept.ts'

/**
 * Shows the reading settings beside the story, which goes on changing behind them.
 * @param page where they stand as a page, or null when they were opened here before
 */
export function open(kept: ReadingKept, button: HTMLElement, page: Document | null): void {
  const sheet = document.getElementById('reading-sheet') ?? (page && made(page, kept, button))
  sheet?.togglePopover()
}

function made(page: Document, kept: ReadingKept, button: HTMLElement): HTMLElement {
  const form = page.querySelector<HTMLElement>('#reading-settings')
  const close = page.querySelector('#reading-close')
  if (form === null || close === null) throw new TypeError('The page holds no settings')
  const sheet = document.createElement('div')
  sheet.id = 'reading-sheet'
  sheet.className = 'slip'
  sheet.popover = 'auto'
  sheet.role = 'dialog'
  sheet.setAttribute('aria-labelledby', 'reading-title')
  const title = document.createElement('h2')
  title.id = 'reading-title'
  title.textContent = page.querySelector('h1')?.textContent ?? ''
  close.removeAttribute('hidden')
  close.addEventListener('click', () => sheet.hidePopover())
  sheet.append(title, form, close)
  sheet.addEventListener('toggle', ({ newState }) => {
    button.ariaExpanded = String(newState === 'open')
  })
  document.body.append(sheet)
  follow(form, kept)
  // Where the keyboard goes when it opens: arrows then make the letters larger.
  form.querySelector('input')?.setAttribute('autofocus', '')
  return sheet
}
