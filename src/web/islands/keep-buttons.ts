/** What each deed is undone by. */
const others: Readonly<Record<string, string>> = {
  follow: 'unfollow',
  unfollow: 'follow',
  mute: 'unmute',
  unmute: 'mute',
  save: 'unsave',
  unsave: 'save',
}

type Shelf = Readonly<Record<string, string>>

let asked: Promise<Shelf> | null = null

/** Presses the buttons that are on, and lets each do at once what its form would. */
export function follow(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    const { submitter } = event
    if (!(submitter instanceof HTMLButtonElement)) return
    event.preventDefault()
    void press(form, submitter)
  })
  // On a page for one reader they say by themselves how it stands.
  if (form.querySelector('[aria-pressed]') !== null) return
  asked ??= askFor(form.dataset.at ?? '')
  void asked.then((shelf) => {
    for (const button of form.querySelectorAll('button')) {
      show(button, shelf[wordOf(button)] === button.name)
    }
  })
}

/** One question for all forms of the page that do not say it themselves. */
async function askFor(at: string): Promise<Shelf> {
  const buttons = document.querySelectorAll<HTMLButtonElement>(
    '[data-island=keep] button:not([aria-pressed])',
  )
  const words = new Set(Array.from(buttons, wordOf))
  const question = new URLSearchParams([...words].map((word) => ['of', word]))
  const answer = await fetch(`${at}?${question}`).catch(() => null)
  return answer?.ok ? answer.json() : {}
}

const isSaving = ({ name }: HTMLButtonElement) => name === 'save' || name === 'unsave'

const wordOf = (button: HTMLButtonElement) =>
  isSaving(button) ? `story/${button.value}` : button.value

const isOn = ({ name }: HTMLButtonElement) => name.startsWith('un')

function show(button: HTMLButtonElement, on: boolean): void {
  if (isOn(button) !== on) {
    button.name = others[button.name] ?? button.name
    const words = button.querySelector<HTMLElement>('[data-other]')
    if (words)
      [words.textContent, words.dataset.other] = [words.dataset.other ?? '', words.innerText]
  }
  button.ariaPressed = String(on)
}

/** Shown at once; where it fails, the form does it, and the page that follows says what is wrong. */
async function press(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const { name, value } = button
  const body = new URLSearchParams({ [name]: value })
  const on = !isOn(button)
  show(button, on)
  // One wish a thing: what is followed is not muted.
  const word = wordOf(button)
  for (const other of document.querySelectorAll<HTMLButtonElement>('[data-island=keep] button')) {
    if (other === button || wordOf(other) !== word) continue
    const isSame = isSaving(other) || other.name.replace('un', '') === button.name.replace('un', '')
    if (isSame || on) show(other, isSame && on)
  }
  const headers = { accept: 'application/json' }
  const answer = await fetch(form.action, { method: 'POST', headers, body }).catch(() => null)
  if (answer?.ok) return
  show(button, !on)
  submitPlainly(form, name, value)
}

/** By the form itself, as without a script: it leads to a page that tells how it stands. */
function submitPlainly(form: HTMLFormElement, name: string, value: string): void {
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name, value })
  form.append(field)
  form.submit()
}
