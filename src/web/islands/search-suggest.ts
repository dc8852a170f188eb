import styles from './search-suggest.later.css'

interface Suggestion {
  readonly title: string
  readonly language: string
  readonly at: string
  /** What it is: a kind of publication, or where a story came out. */
  readonly about: string
}

/** Milliseconds without a key after which it is asked: most words are typed on. */
const pause = 120

let count = 0

/** Makes a combobox of a field of search (WAI-ARIA practices: "List autocomplete with manual selection"). */
export function suggest(form: HTMLElement, field: HTMLInputElement): void {
  wear()
  count += 1
  const list = document.createElement('ul')
  list.id = `suggested-${count}`
  list.className = 'suggested'
  list.role = 'listbox'
  list.ariaLabel = form.dataset.label ?? ''
  list.hidden = true
  const status = document.createElement('p')
  status.role = 'status'
  status.className = 'suggested-status'
  const holder = field.parentElement ?? form
  holder.classList.add('suggests')
  holder.append(list, status)
  field.role = 'combobox'
  field.setAttribute('aria-controls', list.id)
  field.ariaAutoComplete = 'list'
  field.ariaExpanded = 'false'

  let asking = new AbortController()
  let waiting = 0
  let chosen = -1

  const close = () => {
    asking.abort()
    clearTimeout(waiting)
    list.hidden = true
    field.ariaExpanded = 'false'
    choose(-1)
  }
  const choose = (at: number) => {
    chosen = at
    for (const [index, option] of [...list.children].entries()) {
      option.ariaSelected = String(index === at)
      if (index === at) option.scrollIntoView({ block: 'nearest' })
    }
    const id = list.children[at]?.id
    if (id === undefined) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', id)
  }
  const show = (found: readonly Suggestion[], says: string) => {
    list.replaceChildren(...found.map((one, at) => optionOf(one, `${list.id}-${at}`)))
    list.hidden = found.length === 0
    field.ariaExpanded = String(found.length > 0)
    status.textContent = says
    choose(-1)
  }
  const ask = async () => {
    asking.abort()
    asking = new AbortController()
    const words = field.value.trim()
    if (words === '') return close()
    const query = new URLSearchParams({ q: words })
    try {
      const answer = await fetch(`${form.dataset.at}?${query}`, { signal: asking.signal })
      const { found, says } = await answer.json()
      if (document.activeElement === field) show(found, says)
    } catch {
      // Without suggestions the field is a field, and the next key asks again.
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(ask, pause)
  })
  field.addEventListener('keydown', (event) => {
    const { length } = list.children
    if (event.isComposing) return
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    } else if (event.key === 'ArrowDown' && list.hidden) void ask()
    else if (list.hidden) return
    else if (event.key === 'ArrowDown') choose(chosen + 1 < length ? chosen + 1 : -1)
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? length - 1 : chosen - 1)
    else if (event.key === 'Enter' && chosen >= 0) go(list.children[chosen])
    else return
    if (event.key.startsWith('Arrow') || (event.key === 'Enter' && chosen >= 0)) {
      event.preventDefault()
    }
  })
  field.addEventListener('blur', close)
  // Before the field loses the focus, which would close the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element) go(target.closest('[role=option]'))
  })
  if (field.value !== '' && field.value !== field.defaultValue) void ask()
}

function go(option: Element | null | undefined): void {
  const at = option instanceof HTMLElement ? option.dataset.at : undefined
  if (at?.startsWith('/')) location.assign(at)
}

function optionOf({ title, language, at, about }: Suggestion, id: string): HTMLElement {
  const option = document.createElement('li')
  option.id = id
  option.role = 'option'
  option.ariaSelected = 'false'
  option.dataset.at = at
  const name = document.createElement('span')
  name.textContent = title
  name.lang = language
  name.dir = 'auto'
  const what = document.createElement('bdi')
  what.textContent = about
  option.append(name, ' ', what)
  return option
}

let worn = false

function wear(): void {
  if (worn) return
  worn = true
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  document.adoptedStyleSheets.push(sheet)
}
