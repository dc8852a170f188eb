import { choicesIn, type ReadingChoices, wordsOf } from './reading-choices.ts'

/** How stories are set in this browser, and what happens when that changes. */
export interface ReadingKept {
  readonly choices: () => ReadingChoices
  /** The same as one line of words. */
  readonly words: () => string
  readonly theme: () => string
  /** Sets the page, keeps it here, and tells the account if there is one. */
  readonly choose: (choices: Partial<ReadingChoices>) => void
  readonly chooseWords: (words: string) => void
  readonly chooseTheme: (theme: string) => void
  /** Takes what was chosen elsewhere, all but the size of letters: screens differ. */
  readonly adopt: (words: string, theme: string) => void
  /** Calls back at once, and whenever something else is chosen, here or in another tab. */
  readonly watch: (see: () => void) => void
}

const { dataset } = document.documentElement
const watching = new Set<() => void>()

/** One for the page. What stands on <html> counts: a script in the head put it there. */
export const kept: ReadingKept = {
  words: () => dataset.reading ?? '',
  choices: () => choicesIn(kept.words()),
  theme: () => dataset.theme ?? 'system',
  choose: (choices) => kept.chooseWords(wordsOf({ ...kept.choices(), ...choices })),
  chooseWords(words) {
    set('reading', words)
    changed()
  },
  chooseTheme(theme) {
    set('theme', theme)
    changed()
  },
  adopt(words, theme) {
    const { size } = kept.choices()
    set('reading', wordsOf({ ...choicesIn(words), size }))
    set('theme', theme)
    tellAll()
  },
  watch(see) {
    watching.add(see)
    see()
  },
}

function set(entry: 'reading' | 'theme', value: string): void {
  dataset[entry] = value
  keep(entry, value === 'system' ? '' : value)
}

/** Where a browser lets nothing be kept, what is chosen holds for this page. */
function keep(entry: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(entry)
    else localStorage.setItem(entry, value)
  } catch {}
}

function changed(): void {
  keep('reading-at', String(Date.now()))
  tellAll()
  if (dataset.reader) void import('./reading-account.ts').then(({ tell }) => tell(kept))
}

function tellAll(): void {
  for (const see of watching) see()
}

/** Chosen in another tab, or on another page before the reader came back to this one. */
function lookAgain(): void {
  if (dataset.theme === undefined) return
  dataset.reading = wordsOf(choicesIn(localStorage.getItem('reading') ?? ''))
  dataset.theme = localStorage.getItem('theme') ?? 'system'
  tellAll()
}

addEventListener('storage', lookAgain)
addEventListener('pageshow', ({ persisted }) => persisted && lookAgain())
