import { ordinalRule, romanNumber } from '../script/ordinals.ts'
import type { SpeechTable } from '../script/speech-table.ts'
import { bare, timeRule } from '../script/times.ts'

const ordinals = [
  ...['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième', 'sixième', 'septième'],
  ...['huitième', 'neuvième', 'dixième', 'onzième', 'douzième', 'treizième', 'quatorzième'],
  ...['quinzième', 'seizième', 'dix-septième', 'dix-huitième', 'dix-neuvième', 'vingtième'],
  ...['vingt et unième', 'vingt-deuxième', 'vingt-troisième', 'vingt-quatrième'],
  ...['vingt-cinquième', 'vingt-sixième', 'vingt-septième', 'vingt-huitième', 'vingt-neuvième'],
  ...['trentième', 'trente et unième'],
]

function clock(hour: string, minute: string): string {
  const hours = `${bare(hour)} ${Number(hour) < 2 ? 'heure' : 'heures'}`
  return minute === '00' ? hours : `${hours} ${bare(minute)}`
}

const scaled = (times: number, one: string, other: string) =>
  [times, { one: `# ${one}`, many: `# ${other}`, other: `# ${other}` }] as const

export const french: SpeechTable = {
  titles: {
    'M.': 'Monsieur',
    'MM.': 'Messieurs',
    Mme: 'Madame',
    Mmes: 'Mesdames',
    Mlle: 'Mademoiselle',
    Dr: 'Docteur',
    'Dr.': 'Docteur',
    Pr: 'Professeur',
    'Pr.': 'Professeur',
    Me: 'Maître',
    St: 'Saint',
    Ste: 'Sainte',
  },
  shortenings: {
    'p. ex.': 'par exemple',
    'par ex.': 'par exemple',
    'c.-à-d.': 'c’est-à-dire',
    'env.': 'environ',
    'av.': 'avenue',
    'bd.': 'boulevard',
    'J.-C.': 'Jésus-Christ',
    'janv.': 'janvier',
    'févr.': 'février',
    'juil.': 'juillet',
    'sept.': 'septembre',
    'oct.': 'octobre',
    'nov.': 'novembre',
    'déc.': 'décembre',
    CO2: 'C O 2',
    'CO₂': 'C O 2',
    '&': 'et',
  },
  closings: {
    'etc.': 'et cetera',
  },
  numbered: {
    'n°': 'numéro',
    'N°': 'numéro',
    no: 'numéro',
    'art.': 'article',
    'p.': 'page',
    '§': 'paragraphe',
  },
  point: 'virgule',
  digitByDigit: false,
  minus: 'moins',
  to: 'à',
  dot: 'point',
  at: 'arobase',
  currencies: {
    $: { one: '# dollar', many: '# de dollars', other: '# dollars' },
    '€': { one: '# euro', many: '# d’euros', other: '# euros' },
    '£': { one: '# livre', many: '# de livres', other: '# livres' },
  },
  cents: (count) => ` ${bare(count)}`,
  scales: {
    million: scaled(1e6, 'million', 'million'),
    millions: scaled(1e6, 'millions', 'millions'),
    milliard: scaled(1e9, 'milliard', 'milliard'),
    milliards: scaled(1e9, 'milliards', 'milliards'),
    M: scaled(1e6, 'million', 'millions'),
    Md: scaled(1e9, 'milliard', 'milliards'),
    Mds: scaled(1e9, 'milliard', 'milliards'),
  },
  ofScale: 'de ',
  units: {
    'm²': { one: '# mètre carré', other: '# mètres carrés' },
    'km²': { one: '# kilomètre carré', other: '# kilomètres carrés' },
    'm³': { one: '# mètre cube', other: '# mètres cubes' },
    kW: { one: '# kilowatt', other: '# kilowatts' },
    MW: { one: '# mégawatt', other: '# mégawatts' },
    GW: { one: '# gigawatt', other: '# gigawatts' },
    kWh: { one: '# kilowattheure', other: '# kilowattheures' },
    MWh: { one: '# mégawattheure', other: '# mégawattheures' },
  },
  year: (digits) => digits,
  rules: [
    timeRule('\\s?h\\s?', '', clock),
    timeRule(':', '', clock),
    ordinalRule('er', ['premier']),
    ordinalRule('re|ère', ['première']),
    ordinalRule('ème|e|ᵉ', ordinals),
    {
      find: /(?<![\p{L}\p{N}])(?<number>[XVI]+)(?:e|ᵉ|er|ème)(?= siècle| arrondissement| République)/gu,
      say: ({ part }) => ordinals[romanNumber(part('number')) - 1] ?? null,
    },
  ],
}
