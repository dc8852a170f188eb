import { after, anyOf, before, digit, type NumberStyle } from './numbers.ts'
import type { Found, Rule } from './rule.ts'
import { below, fromTo, inForm, type SpeechTable } from './speech-table.ts'

interface Amount {
  readonly tag: string
  readonly table: SpeechTable
  readonly style: NumberStyle
}

/** Money, percentages, measures, ranges and plain numbers, in the order in which they are tried. */
export function amountRules(tag: string, table: SpeechTable, style: NumberStyle): readonly Rule[] {
  const how: Amount = { tag, table, style }
  return [...moneyRules(how), ...unitRules(how), ...scaleRules(how), ...plainRules(how)]
}

/** One number, or two with "to" between them. */
function numbers({ pattern }: NumberStyle): string {
  return `(?<minus>(?<=^|[\\s(])[-−])?(?<low>${pattern})(?:\\s?[-–—]\\s?(?<high>${pattern}))?`
}

/** Both numbers as they are said, and the one that decides about singular and plural. */
function read({ table, style }: Amount, { part }: Found): { said: string; value: number } {
  const one = style.read(part('low'))
  const low = { ...one, said: part('minus') === '' ? one.said : below(table, one.said) }
  if (part('high') === '') return low
  const high = style.read(part('high'))
  return { said: fromTo(table, low.said, high.said), value: high.value }
}

function moneyRules(how: Amount): readonly Rule[] {
  const { table, style } = how
  const signs = [...Object.keys(table.currencies), ...Object.keys(ofSign), '[A-Z]{3}']
  const sign = `(?<sign>${anyOf(signs.slice(0, -1))}|${signs.at(-1)})`
  const scale = scaleSource(table)
  const number = numbers(style)
  const end = `(?:[.,][-–—])?${after}`
  const say = (found: Found) => moneySaid(how, found)
  return [
    {
      find: new RegExp(`(?<![\\p{L}\\p{N}])${sign}\\s?${number}${scale}${end}(?!\\p{L})`, 'gu'),
      say,
    },
    { find: new RegExp(`${before}${number}${scale}\\s?${sign}(?![\\p{L}\\p{N}])`, 'gu'), say },
  ]
}

/** Signs that stand for one currency, and how Unicode calls it. */
const ofSign: Readonly<Record<string, string>> = {
  US$: 'USD',
  A$: 'AUD',
  C$: 'CAD',
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₺': 'TRY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₩': 'KRW',
  zł: 'PLN',
}

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

function moneySaid(how: Amount, found: Found): string | null {
  const { tag, table, style } = how
  const sign = found.part('sign')
  const code = ofSign[sign] ?? sign
  if (!(sign in table.currencies) && !codes.has(code)) return null
  const scaled = withScale(how, found)
  const { whole, decimals } = style.read(found.part('low'))
  if (scaled === null && found.part('high') === '' && decimals.length === 2) {
    const units = called(tag, table, { sign, code, value: Number(whole), said: whole })
    return decimals === '00' ? units : `${units}${table.cents(decimals, sign)}`
  }
  const { said, value } = scaled ?? read(how, found)
  const between = scaled === null || sign in table.currencies ? '' : table.ofScale
  return called(tag, table, { sign, code, value, said, between })
}

interface Called {
  readonly sign: string
  readonly code: string
  readonly value: number
  readonly said: string
  readonly between?: string
}

function called(tag: string, table: SpeechTable, money: Called): string {
  const { sign, code, value, said, between = '' } = money
  const forms = table.currencies[sign] ?? table.currencies[code]
  if (forms !== undefined) return inForm(tag, forms, value, said)
  const options = { style: 'currency', currency: code, currencyDisplay: 'name' } as const
  return byUnicode(tag, options, value, `${said}${between && ` ${between.trim()}`}`)
}

function unitRules(how: Amount): readonly Rule[] {
  const { tag, table, style } = how
  const known = Object.keys(table.units)
  const tight = anyOf([...known, ...Object.keys(units)])
  // "5m" may be millions; "5 m" and "5 l" are measures.
  const loose = anyOf(Object.keys(unitsApart))
  const unit = `(?:\\s?(?<unit>${tight})|\\s(?<apart>${loose}))`
  const find = new RegExp(`${before}${numbers(style)}${unit}(?![\\p{L}\\p{N}])`, 'gu')
  return [
    {
      find,
      say(found) {
        const { said, value } = read(how, found)
        const name = found.part('unit') || found.part('apart')
        const forms = table.units[name]
        if (forms !== undefined) return inForm(tag, forms, value, said)
        const called = units[name] ?? unitsApart[name] ?? ''
        return byUnicode(tag, { style: 'unit', unit: called, unitDisplay: 'long' }, value, said)
      },
    },
  ]
}

/** As ECMA-402 calls them, which knows their names in every language. */
const units: Readonly<Record<string, string>> = {
  '%': 'percent',
  '٪': 'percent',
  '°C': 'celsius',
  '°F': 'fahrenheit',
  '°': 'degree',
  km: 'kilometer',
  cm: 'centimeter',
  mm: 'millimeter',
  kg: 'kilogram',
  ml: 'milliliter',
  ha: 'hectare',
  min: 'minute',
  kB: 'kilobyte',
  MB: 'megabyte',
  GB: 'gigabyte',
  TB: 'terabyte',
  'km/h': 'kilometer-per-hour',
  'm/s': 'meter-per-second',
}

const unitsApart: Readonly<Record<string, string>> = {
  m: 'meter',
  g: 'gram',
  l: 'liter',
  L: 'liter',
  h: 'hour',
  s: 'second',
}

function scaleSource({ scales }: SpeechTable): string {
  const names = Object.keys(scales)
  return names.length === 0 ? '' : `(?:\\s?(?<scale>${anyOf(names)})(?!\\p{L}))?`
}

function withScale(how: Amount, found: Found): { said: string; value: number } | null {
  const scale = how.table.scales[found.part('scale')]
  if (scale === undefined) return null
  const { said, value } = read(how, found)
  const [times, forms] = scale
  return { said: inForm(how.tag, forms, value, said), value: value * times }
}

/** "5 Mio.": only shortened ones need to be said otherwise. */
function scaleRules(how: Amount): readonly Rule[] {
  const { table, style } = how
  const names = Object.keys(table.scales).filter((name) => name.length > 1)
  if (names.length === 0) return []
  const scale = `\\s?(?<scale>${anyOf(names)})(?!\\p{L})`
  const find = new RegExp(`${before}${numbers(style)}${scale}`, 'gu')
  return [{ find, say: (found) => withScale(how, found)?.said ?? null }]
}

function plainRules(how: Amount): readonly Rule[] {
  const { table, style } = how
  const number = (written: string) => {
    const { said } = style.read(written)
    return isYear(written) ? table.year(said) : said
  }
  const years = `(?<low>${digit}{4})\\s?[-–—]\\s?(?<high>${digit}{4}|${digit}{2})`
  const range = `(?<low>${style.pattern})\\s?–\\s?(?<high>${style.pattern})`
  const between = ({ part }: Found) => fromTo(table, number(part('low')), number(part('high')))
  return [
    { find: new RegExp(`${before}${years}${after}(?!\\p{L}|[-–])`, 'gu'), say: between },
    { find: new RegExp(`${before}${range}${after}(?!\\p{L}|–)`, 'gu'), say: between },
    {
      find: new RegExp(`(?<=^|[\\s(])[-−](?<low>${style.pattern})${after}`, 'gu'),
      say: ({ part }) => below(table, number(part('low'))),
    },
    {
      find: new RegExp(`${before}(?<low>${style.pattern})${after}`, 'gu'),
      say: ({ text }) => (number(text) === text ? null : number(text)),
    },
  ]
}

/** Numbers of four digits that are written without a separator. */
const isYear = (written: string) => /^[0-9]{4}$/.test(written)

type Named = Intl.NumberFormatOptions & { readonly style: 'currency' | 'unit' }

/** How Unicode calls so many of something, the number replaced by what is said. */
function byUnicode(tag: string, options: Named, value: number, said: string): string {
  const parts = formatOf(tag, options).formatToParts(value)
  let done = false
  const words = parts.map(({ type, value: word }) => {
    if (!numeric.has(type)) return word
    const first = !done
    done = true
    return first ? said : ''
  })
  return words.join('').replace(/\s+/g, ' ').trim()
}

/** Making one is dear; there are only so many languages, currencies and units. */
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(tag: string, options: Named): Intl.NumberFormat {
  const name = `${tag} ${options.currency ?? options.unit}`
  const known = formats.get(name)
  if (known !== undefined) return known
  const limits = { maximumFractionDigits: 9, minimumFractionDigits: 0 }
  const made = new Intl.NumberFormat(tag, { ...options, ...limits })
  formats.set(name, made)
  return made
}

const numeric = new Set(['integer', 'group', 'decimal', 'fraction', 'minusSign'])
