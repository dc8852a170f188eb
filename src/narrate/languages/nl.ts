import { ordinalRule } from '../script/ordinals.ts'
import type { SpeechTable } from '../script/speech-table.ts'
import { bare, timeRule } from '../script/times.ts'

const ordinals = [
  ...['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'zesde', 'zevende', 'achtste', 'negende'],
  ...['tiende', 'elfde', 'twaalfde', 'dertiende', 'veertiende', 'vijftiende', 'zestiende'],
  ...['zeventiende', 'achttiende', 'negentiende', 'twintigste', 'eenentwintigste'],
  ...['tweeëntwintigste', 'drieëntwintigste', 'vierentwintigste', 'vijfentwintigste'],
  ...['zesentwintigste', 'zevenentwintigste', 'achtentwintigste', 'negenentwintigste'],
  ...['dertigste', 'eenendertigste'],
]

const clock = (hour: string, minute: string) =>
  `${bare(hour)} uur${minute === '00' ? '' : ` ${bare(minute)}`}`

/** Said by hundreds, as a year and as a count: "negentienhonderd zevenentachtig". */
function year(digits: string): string {
  if (!/^1[1-9]/.test(digits)) return digits
  const rest = digits.slice(2)
  return `${digits.slice(0, 2)}honderd${rest === '00' ? '' : ` ${bare(rest)}`}`
}

export const dutch: SpeechTable = {
  titles: {
    'dr.': 'dokter',
    'drs.': 'doctorandus',
    'ir.': 'ingenieur',
    'ing.': 'ingenieur',
    'mr.': 'meester',
    'prof.': 'professor',
    'dhr.': 'de heer',
    'mw.': 'mevrouw',
    'mevr.': 'mevrouw',
    'St.': 'Sint',
    'ds.': 'dominee',
    'burg.': 'burgemeester',
  },
  shortenings: {
    'bijv.': 'bijvoorbeeld',
    'bv.': 'bijvoorbeeld',
    'd.w.z.': 'dat wil zeggen',
    'o.a.': 'onder andere',
    'm.a.w.': 'met andere woorden',
    'i.p.v.': 'in plaats van',
    'i.v.m.': 'in verband met',
    't.o.v.': 'ten opzichte van',
    'm.b.t.': 'met betrekking tot',
    'm.i.v.': 'met ingang van',
    't/m': 'tot en met',
    'a.s.': 'aanstaande',
    'j.l.': 'jongstleden',
    'jl.': 'jongstleden',
    'ca.': 'circa',
    'c.q.': 'casu quo',
    'incl.': 'inclusief',
    'excl.': 'exclusief',
    'resp.': 'respectievelijk',
    'nl.': 'namelijk',
    'jan.': 'januari',
    'feb.': 'februari',
    'aug.': 'augustus',
    'sept.': 'september',
    'okt.': 'oktober',
    'nov.': 'november',
    'dec.': 'december',
    CO2: 'C O 2',
    'CO₂': 'C O 2',
    '&': 'en',
  },
  closings: {
    'enz.': 'enzovoort',
    'etc.': 'et cetera',
  },
  numbered: {
    'nr.': 'nummer',
    'Nr.': 'nummer',
    'art.': 'artikel',
    'blz.': 'bladzijde',
    '§': 'paragraaf',
  },
  point: 'komma',
  digitByDigit: false,
  minus: 'min',
  to: 'tot',
  dot: 'punt',
  at: 'apenstaartje',
  currencies: {
    $: { other: '# dollar' },
    '€': { other: '# euro' },
    '£': { other: '# pond' },
  },
  cents: (count) => ` ${bare(count)}`,
  scales: {
    duizend: [1e3, { other: '# duizend' }],
    miljoen: [1e6, { other: '# miljoen' }],
    miljard: [1e9, { other: '# miljard' }],
    biljoen: [1e12, { other: '# biljoen' }],
    'mln.': [1e6, { other: '# miljoen' }],
    mln: [1e6, { other: '# miljoen' }],
    'mld.': [1e9, { other: '# miljard' }],
    mld: [1e9, { other: '# miljard' }],
  },
  ofScale: '',
  units: {
    'm²': { other: '# vierkante meter' },
    'km²': { other: '# vierkante kilometer' },
    'm³': { other: '# kubieke meter' },
    kW: { other: '# kilowatt' },
    MW: { other: '# megawatt' },
    GW: { other: '# gigawatt' },
    kWh: { other: '# kilowattuur' },
    MWh: { other: '# megawattuur' },
  },
  year,
  rules: [
    timeRule('[.:]', '\\s?(?:uur|u)', clock),
    timeRule('u', '', clock),
    timeRule(':', '', clock),
    ordinalRule('ste|de|e', ordinals),
  ],
}
