import styles from './reading-form.later.css'
import type { ReadingKept } from './reading-kept.ts'

const worn = new CSSStyleSheet()
worn.replaceSync(styles)
document.adoptedStyleSheets.push(worn)

const joined = ':lang(ar), :lang(fa), :lang(ur), :lang(ps)'

/** Lets the form choose, and show what is chosen, wherever that was. */
export function follow(form: HTMLElement, kept: ReadingKept): void {
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement) choose(target, kept)
  })
  form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button')
    if (button) press(button, form, kept)
  })
  // Letters that join are not moved apart, and have no other faces here.
  const story = document.querySelector('.text')
  form.classList.toggle('joined', story?.matches(joined))
  form.classList.add('followed')
  kept.watch(() => show(form, kept))
}

function choose({ name, type, value, checked, dataset }: HTMLInputElement, kept: ReadingKept) {
  if (name === 'colours') kept.chooseTheme(value)
  else if (type === 'range')
    kept.choose({ [name]: dataset.values?.split(' ')[Number(value)] ?? '' })
  // Justified lines gape where no word may be parted.
  else if (name === 'hyphens' && !checked) kept.choose({ hyphens: 'off', align: 'start' })
  else if (name === 'hyphens') kept.choose({ hyphens: 'on' })
  else if (value === 'justify') kept.choose({ align: value, hyphens: 'on' })
  else kept.choose({ [name]: value })
}

function press({ dataset }: HTMLElement, form: HTMLElement, kept: ReadingKept): void {
  const { words, by, does } = dataset
  if (words !== undefined) kept.chooseWords(words)
  if (does === 'reset') kept.chooseTheme('system')
  if (does === 'elsewhere') kept.choose({ size: elsewhere() })
  const size = form.querySelector<HTMLInputElement>('[name=size]')
  if (by === undefined || size === null) return
  size.valueAsNumber += Number(by)
  choose(size, kept)
}

/** The size of letters that another device told the account. */
const elsewhere = () => localStorage.getItem('reading-elsewhere') ?? ''

function show(form: HTMLElement, kept: ReadingKept): void {
  const chosen: Readonly<Record<string, string>> = { ...kept.choices(), colours: kept.theme() }
  for (const input of form.querySelectorAll('input')) {
    const value = chosen[input.name] ?? ''
    if (input.type === 'range') slide(form, input, value)
    else input.checked = input.type === 'checkbox' ? value === 'on' : input.value === value
  }
  for (const button of form.querySelectorAll<HTMLElement>('[data-preset]')) {
    button.ariaPressed = String(button.dataset.words === kept.words())
  }
  const other = form.querySelector<HTMLElement>('[data-does=elsewhere]')
  if (other) other.hidden = elsewhere() === '' || elsewhere() === chosen.size
}

function slide(form: HTMLElement, input: HTMLInputElement, value: string): void {
  const { values = '', words = '' } = input.dataset
  const at = values.split(' ').indexOf(value)
  const said = words.split('|')[at] ?? ''
  input.valueAsNumber = at
  input.ariaValueText = said
  const output = form.querySelector(`output[for=${input.id}]`)
  if (output) output.textContent = said
}
