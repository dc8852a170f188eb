/** What Chromium calls its translator; other browsers may follow. */
interface BrowserTranslator {
  readonly translate: (text: string, options: { signal: AbortSignal }) => Promise<string>
  readonly destroy?: () => void
}
interface Pair {
  readonly sourceLanguage: string
  readonly targetLanguage: string
}
interface Maker {
  readonly availability: (pair: Pair) => Promise<string>
  readonly create: (
    options: Pair & { signal: AbortSignal; monitor: (of: EventTarget) => void },
  ) => Promise<BrowserTranslator>
}
declare const Translator: Maker

/** Milliseconds without any progress: some browsers promise a translator and never bring it. */
const patience = 20_000

/** Elements that hold words and no other such element. */
const leaves = 'p, h1, h2, h3, h4, li, td, th, caption, figcaption, footer'

/** Where a language begins of itself: what is inside keeps it. */
const places = '.story > header > :is(h1, .standfirst), .story > .text'

let working = false

/**
 * Has the browser put the words of this page into another language, one by one, as they stand here:
 * it is given nothing that the reader does not have. Whatever fails leaves the original.
 * @param item what the page says about it, and the languages
 */
export async function translateHere(item: HTMLElement): Promise<void> {
  const status = item.querySelector<HTMLElement>('[role=status]')
  const { from: sourceLanguage = '', to: targetLanguage = '' } = item.dataset
  if (status === null || working) return
  working = true
  const watch = watchFor(patience)
  const undo: (() => void)[] = []
  try {
    const pair = { sourceLanguage, targetLanguage }
    status.textContent = status.dataset.getting ?? ''
    const translator = await Promise.race([made(pair, watch, status), watch.ended])
    status.textContent = status.dataset.working ?? ''
    for (const element of elements()) {
      const words = element.textContent?.trim() ?? ''
      if (words === '') continue
      const said = await Promise.race([translator.translate(words, watch), watch.ended])
      watch.goOn()
      undo.push(replaced(element, said, targetLanguage))
    }
    translator.destroy?.()
    status.textContent = ''
    item.closest<HTMLElement>('[popover]')?.hidePopover()
    label(item, undo)
  } catch {
    undoAll(undo)
    status.textContent = status.dataset.failed ?? ''
  } finally {
    watch.end()
    working = false
  }
}

async function made(
  pair: Pair,
  { signal, goOn }: Watch,
  status: HTMLElement,
): Promise<BrowserTranslator> {
  if ((await Translator.availability(pair)) === 'unavailable') throw new Error('unavailable')
  const monitor = (of: EventTarget) =>
    of.addEventListener('downloadprogress', (event) => {
      goOn()
      const share = 'loaded' in event ? Math.round(Number(event.loaded) * 100) : 0
      status.textContent = `${status.dataset.getting ?? ''} ${share} %`
    })
  return Translator.create({ ...pair, signal, monitor })
}

interface Watch {
  readonly signal: AbortSignal
  /** Rejects when nothing came for too long: what is asked may not heed the signal. */
  readonly ended: Promise<never>
  readonly goOn: () => void
  readonly end: () => void
}

function watchFor(milliseconds: number): Watch {
  const aborting = new AbortController()
  const { promise: ended, reject } = Promise.withResolvers<never>()
  ended.catch(() => {})
  const end = () => {
    aborting.abort()
    reject(new Error('timeout'))
  }
  let timer = setTimeout(end, milliseconds)
  return {
    signal: aborting.signal,
    ended,
    goOn: () => {
      clearTimeout(timer)
      timer = setTimeout(end, milliseconds)
    },
    end: () => clearTimeout(timer),
  }
}

function elements(): readonly HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(places)].flatMap((place) => [
    ...(place.matches(leaves) ? [place] : []),
    ...place.querySelectorAll<HTMLElement>(leaves),
  ])
  return all.filter((one) => one.querySelector(leaves) === null)
}

function replaced(element: HTMLElement, said: string, language: string): () => void {
  const before = [...element.childNodes]
  const { lang, dir } = element
  element.replaceChildren(said)
  element.lang = language
  element.dir = 'auto'
  return () => {
    element.replaceChildren(...before)
    if (lang === '') element.removeAttribute('lang')
    else element.lang = lang
    if (dir === '') element.removeAttribute('dir')
    else element.dir = dir
  }
}

const undoAll = (undo: readonly (() => void)[]) => {
  for (const one of undo) one()
}

/** Says who translated, and leads back. */
function label(item: HTMLElement, undo: readonly (() => void)[]): void {
  const template = item.querySelector('template')
  const said = template?.content.firstElementChild?.cloneNode(true)
  const text = document.querySelector('.story > .text')
  if (!(said instanceof HTMLElement) || text === null) return
  text.before(said)
  const back = said.querySelector('button')
  back?.addEventListener('click', () => {
    undoAll(undo)
    said.remove()
  })
  back?.focus({ preventScroll: true })
}
