import { type KeptQueue, keptQueue, type Queued, storiesInBrowser } from './kept-queue.ts'
import type { Track } from './player/track.ts'
import { trackFrom } from './player/up-next.ts'

type Play = (track: Track, from: HTMLElement) => Promise<void>

/** Lets a queue be changed without loading the page, and be played. */
export function follow(place: HTMLElement, play: Play): void {
  const form = place.closest<HTMLFormElement>('form')
  if (form !== null) {
    followEdition(form, play)
    return
  }
  const list = place.querySelector<HTMLElement>('.queued')
  if (list === null) return
  const kept = keptQueue(location.pathname)
  const { local } = place.dataset
  if (local !== undefined) fill(list)
  const look = () => showFull(place, list)
  look()
  place.addEventListener('submit', (event) => change(event, list, kept, look))
  const button = place.querySelector<HTMLElement>('.play-all')
  button?.addEventListener('click', async () => {
    const [first] = await kept.all()
    if (first !== undefined) await play(trackFrom(first), button)
  })
  drag(list, kept)
}

/** What this browser keeps, made from the piece that the page has for it. */
function fill(list: HTMLElement): void {
  const template = document.querySelector<HTMLTemplateElement>('template#queued-story')
  for (const story of storiesInBrowser()) {
    const item = template?.content.firstElementChild?.cloneNode(true)
    if (!(item instanceof HTMLElement)) return
    item.dataset.story = story.name
    const link = item.querySelector('a')
    if (link)
      Object.assign(link, { href: story.at, textContent: story.title, lang: story.language })
    if (link) link.dir = story.direction
    const from = item.querySelector('.from')
    if (from) from.textContent = story.from
    const name = item.querySelector<HTMLInputElement>('[name=story]')
    if (name) name.value = story.name
    for (const button of item.querySelectorAll('button')) {
      button.title = button.title.replace('%', story.title)
      button.ariaLabel = button.title
    }
    list.append(item)
  }
}

function showFull(place: HTMLElement, list: HTMLElement): void {
  const isEmpty = list.childElementCount === 0
  for (const [part, hidden] of [
    ['.full', isEmpty],
    ['.nothing', !isEmpty],
  ] as const) {
    const found = place.querySelector<HTMLElement>(part)
    if (found) found.hidden = hidden
  }
}

/** Does at once what the form would do, and asks for the page again where that fails. */
function change(event: SubmitEvent, list: HTMLElement, kept: KeptQueue, look: () => void): void {
  const { submitter, target } = event
  if (!(submitter instanceof HTMLButtonElement) || !(target instanceof HTMLFormElement)) return
  event.preventDefault()
  const item = target.closest<HTMLElement>('[data-story]')
  const name = item?.dataset.story ?? ''
  const { value: does } = submitter
  let done: Promise<boolean>
  if (does === 'clear') {
    list.replaceChildren()
    done = kept.clear()
  } else if (item === null) return
  else if (does === 'remove') {
    const near = item.nextElementSibling ?? item.previousElementSibling
    item.remove()
    near?.querySelector<HTMLElement>('[value=remove]')?.focus()
    done = kept.remove(name)
  } else {
    if (does === 'up') item.previousElementSibling?.before(item)
    else item.nextElementSibling?.after(item)
    submitter.focus()
    done = kept.move(name, nameAfter(item))
  }
  look()
  void done.then((ok) => ok || location.reload())
}

const nameAfter = ({ nextElementSibling: next }: Element) =>
  next instanceof HTMLElement ? (next.dataset.story ?? null) : null

/** With a pointer; the buttons do the same by keyboard. */
function drag(list: HTMLElement, kept: KeptQueue): void {
  let held: HTMLElement | null = null
  for (const item of list.children) if (item instanceof HTMLElement) item.draggable = true
  list.addEventListener('dragstart', ({ target, dataTransfer }) => {
    held = target instanceof Element ? target.closest<HTMLElement>('[data-story]') : null
    held?.classList.add('is-held')
    if (dataTransfer) dataTransfer.effectAllowed = 'move'
  })
  list.addEventListener('dragover', (event) => {
    const over = event.target instanceof Element && event.target.closest('[data-story]')
    if (held === null || !over) return
    event.preventDefault()
    const { top, height } = over.getBoundingClientRect()
    if (event.clientY < top + height / 2) over.before(held)
    else over.after(held)
  })
  list.addEventListener('dragend', () => {
    if (held === null) return
    held.classList.remove('is-held')
    void kept.move(held.dataset.story ?? '', nameAfter(held)).then((ok) => ok || location.reload())
    held = null
  })
}

/** Puts the edition's stories into the queue, and plays the first of them. */
function followEdition(form: HTMLFormElement, play: Play): void {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const stories = storiesOnPage()
    const [first] = stories
    const { submitter } = event
    if (first === undefined || !(submitter instanceof HTMLElement)) return form.submit()
    const kept = keptQueue(form.action)
    const added = await kept.add(stories)
    if (!added) return form.submit()
    await play(trackFrom(first), submitter)
  })
}

/** The stories whose cards stand on this page. */
function storiesOnPage(): readonly Queued[] {
  const title = document.querySelector('h1 .masthead')?.textContent ?? ''
  const links = document.querySelectorAll<HTMLAnchorElement>('.contents .headline a')
  return Array.from(links, (link) => ({
    name: link.pathname.split('/').slice(3).map(decodeURIComponent).join('/'),
    at: link.pathname,
    title: link.textContent ?? '',
    language: link.closest<HTMLElement>('[lang]')?.lang ?? '',
    direction: link.closest<HTMLElement>('[dir]')?.dir ?? '',
    from: title,
  }))
}
