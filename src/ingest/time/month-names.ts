const english =
  'january february march april may june july august september october november december'.split(' ')

/** Languages whose month names stand in feeds although RFC 822 asks for English ones. */
const others = 'nl de fr es it pt ca da sv nb fi pl cs hu ro tr el ru uk ar fa he id vi th hi'

/** 1 to 12 for a month's name or its abbreviation in English or a language we know, or null. */
export function monthNamed(word: string): number | null {
  const name = bare(word)
  const at = name.length < 3 ? -1 : english.findIndex((month) => month.startsWith(name))
  if (at !== -1) return at + 1
  return name === 'sept' ? 9 : (foreign().get(name) ?? null)
}

let names: ReadonlyMap<string, number> | null = null

/** Made when the first foreign name is asked for: hardly any feed needs it. */
function foreign(): ReadonlyMap<string, number> {
  names ??= new Map([
    ...others
      .split(' ')
      .flatMap((language) => [...namesIn(language, 'long'), ...namesIn(language, 'short')]),
    // The German short form before it became "März".
    ['mrz', 3],
  ])
  return names
}

function namesIn(language: string, month: 'long' | 'short'): [string, number][] {
  const form = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
  return english.map((_, at) => {
    const day = Temporal.PlainDate.from({ year: 2001, month: at + 1, day: 15 })
    const part = form.formatToParts(day).find(({ type }) => type === 'month')
    return [bare(part?.value ?? ''), at + 1]
  })
}

const bare = (word: string): string => word.toLowerCase().replace(/[.·]/g, '')
