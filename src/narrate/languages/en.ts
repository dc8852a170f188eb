import { ordinalRule } from '../script/ordinals.ts'
import type { SpeechTable } from '../script/speech-table.ts'
import { bare, timeRule } from '../script/times.ts'

const ordinals = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'],
  ...['tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth'],
  ...['seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty-first', 'twenty-second'],
  ...['twenty-third', 'twenty-fourth', 'twenty-fifth', 'twenty-sixth', 'twenty-seventh'],
  ...['twenty-eighth', 'twenty-ninth', 'thirtieth', 'thirty-first'],
]

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December'

const decades: Readonly<Record<string, string>> = {
  2: 'twenties',
  3: 'thirties',
  4: 'forties',
  5: 'fifties',
  6: 'sixties',
  7: 'seventies',
  8: 'eighties',
  9: 'nineties',
}

/** "7 05" would be heard as 705. */
function clock(hour: string, minute: string): string {
  if (minute === '00') return bare(hour)
  return `${bare(hour)} ${minute.startsWith('0') ? `oh ${bare(minute)}` : minute}`
}

/** "1987" is nineteen eighty-seven; "2031" is a number like any other. */
function year(digits: string): string {
  if (!/^1[1-9]/.test(digits)) return digits
  const [century, rest] = [digits.slice(0, 2), digits.slice(2)]
  if (rest === '00') return `${century} hundred`
  return `${century} ${rest.startsWith('0') ? `oh ${bare(rest)}` : rest}`
}

export const english: SpeechTable = {
  titles: {
    'Dr.': 'Doctor',
    'Mr.': 'Mister',
    'Mrs.': 'Missis',
    Mrs: 'Missis',
    'Ms.': 'Miz',
    'Prof.': 'Professor',
    'St.': 'Saint',
    'Rev.': 'Reverend',
    'Gov.': 'Governor',
    'Sen.': 'Senator',
    'Rep.': 'Representative',
    'Gen.': 'General',
    'Col.': 'Colonel',
    'Capt.': 'Captain',
    'Sgt.': 'Sergeant',
    'Lt.': 'Lieutenant',
    'Hon.': 'Honourable',
    'Mt.': 'Mount',
  },
  shortenings: {
    'e.g.': 'for example',
    'i.e.': 'that is',
    'vs.': 'versus',
    'approx.': 'approximately',
    'Jan.': 'January',
    'Feb.': 'February',
    'Aug.': 'August',
    'Sept.': 'September',
    'Oct.': 'October',
    'Nov.': 'November',
    'Dec.': 'December',
    CO2: 'C O 2',
    'CO₂': 'C O 2',
    '&': 'and',
  },
  closings: {
    'etc.': 'et cetera',
    'Inc.': 'Incorporated',
    'Ltd.': 'Limited',
    'Co.': 'Company',
    'Corp.': 'Corporation',
    'Jr.': 'Junior',
    'Sr.': 'Senior',
  },
  numbered: { 'No.': 'number', 'no.': 'number', 'Nos.': 'numbers', '#': 'number', 'p.': 'page' },
  point: 'point',
  digitByDigit: true,
  minus: 'minus',
  to: 'to',
  dot: 'dot',
  at: 'at',
  currencies: {
    $: { one: '# dollar', other: '# dollars' },
    '€': { one: '# euro', other: '# euros' },
    '£': { one: '# pound', other: '# pounds' },
  },
  cents(count, sign) {
    if (sign === '£' || sign === 'GBP') return ` and ${bare(count)} pence`
    return ` and ${bare(count)} ${count === '01' ? 'cent' : 'cents'}`
  },
  scales: {
    thousand: [1e3, { other: '# thousand' }],
    million: [1e6, { other: '# million' }],
    billion: [1e9, { other: '# billion' }],
    trillion: [1e12, { other: '# trillion' }],
    k: [1e3, { other: '# thousand' }],
    m: [1e6, { other: '# million' }],
    mn: [1e6, { other: '# million' }],
    bn: [1e9, { other: '# billion' }],
    tn: [1e12, { other: '# trillion' }],
  },
  ofScale: '',
  units: {
    mph: { one: '# mile per hour', other: '# miles per hour' },
    ft: { one: '# foot', other: '# feet' },
    lb: { one: '# pound', other: '# pounds' },
    oz: { one: '# ounce', other: '# ounces' },
    'm²': { one: '# square metre', other: '# square metres' },
    'km²': { one: '# square kilometre', other: '# square kilometres' },
    kW: { one: '# kilowatt', other: '# kilowatts' },
    MW: { one: '# megawatt', other: '# megawatts' },
    GW: { one: '# gigawatt', other: '# gigawatts' },
    kWh: { one: '# kilowatt hour', other: '# kilowatt hours' },
    MWh: { one: '# megawatt hour', other: '# megawatt hours' },
  },
  year,
  rules: [
    timeRule('[.:]', '\\s?(?<half>[ap]\\.?m\\b\\.?|[AP]M)', (hour, minute, half) => {
      return `${clock(hour, minute)} ${half.charAt(0).toUpperCase()} M`
    }),
    timeRule(':', '', clock),
    {
      find: /(?<![\p{L}\p{N}.,:])(?<hour>1[0-2]|[1-9])\s?(?<half>[ap]\.?m\b\.?|[AP]M\b)/gu,
      mayEnd: true,
      say: ({ part }) => `${part('hour')} ${part('half').charAt(0).toUpperCase()} M`,
    },
    ordinalRule('st|nd|rd|th', ordinals),
    {
      find: new RegExp(`\\b(?<month>${months}) (?<day>[12]?\\d|3[01])(?!\\p{N})`, 'gu'),
      say: ({ part }) => `${part('month')} ${ordinals[Number(part('day')) - 1] ?? part('day')}`,
    },
    {
      find: new RegExp(
        `(?<![\\p{N}.,:/]|[Tt]he )\\b(?<day>[12]?\\d|3[01]) (?<month>${months})\\b`,
        'gu',
      ),
      say: ({ part }) =>
        `the ${ordinals[Number(part('day')) - 1] ?? part('day')} of ${part('month')}`,
    },
    {
      find: /(?<![\p{L}\p{N}.,])(?:(?<century>1[1-9])|['’])(?<decade>[2-9])0s(?!\p{L})/gu,
      say: ({ part }) => `${part('century')} ${decades[part('decade')]}`.trim(),
    },
  ],
}
