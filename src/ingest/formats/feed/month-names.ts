const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Languages whose month names stand in feeds although RFC 822 asks for English ones. */
const others =
  'nl de fr es it pt ca da sv nb fi pl cs hu ro tr el ru uk ar fa he id vi th hi'.split(' ')

/** 1 to 12 for a month's name or its abbreviation in English or a language we know, or null. */
export function monthNamed(word: string): number | null {
  const name = bare(word)
  const at = english.indexOf(name.slice(0, 3))
  if (name.length >= 3 && at !== -1 && isEnglish(name, at)) return at + 1
  return foreign().get(name) ?? null
}

function isEnglish(name: string, at: number): boolean {
  const whole = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
  return name === 'sept' || bare(whole.format(dayIn(at + 1))).startsWith(name)
}

let names: ReadonlyMap<string, number> | null = null

/** Made when the first foreign name is asked for: hardly any feed needs it. */
function foreign(): ReadonlyMap<string, number> {
  names ??= new Map([
    ...others.flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) => namesIn(language, month)),
    ),
    // The German short form before it became "März".
    ['mrz', 3],
  ])
  return names
}

function namesIn(language: string, month: 'long' | 'short'): [string, number][] {
  const form = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
  return english.map((_, at) => {
    const part = form.formatToParts(dayIn(at + 1)).find(({ type }) => type === 'month')
    return [bare(part?.value ?? ''), at + 1]
  })
}

const dayIn = (month: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: 2001, month, day: 15 })

const bare = (word: string): string => word.toLowerCase().replace(/[.·]/g, '')
