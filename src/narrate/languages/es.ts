import { ordinalRule, romanNumber } from '../script/ordinals.ts'
import type { SpeechTable } from '../script/speech-table.ts'
import { bare, timeRule } from '../script/times.ts'

const ordinalStems = [
  ...['primer', 'segund', 'tercer', 'cuart', 'quint', 'sext', 'séptim', 'octav', 'noven', 'décim'],
]

const ordinals = (ending: string) => ordinalStems.map((stem) => `${stem}${ending}`)

const clock = (hour: string, minute: string) =>
  minute === '00' ? `${bare(hour)} en punto` : `${bare(hour)} y ${bare(minute)}`

const scaled = (times: number, one: string, other: string) =>
  [times, { one: `# ${one}`, many: `# ${other}`, other: `# ${other}` }] as const

export const spanish: SpeechTable = {
  titles: {
    'Sr.': 'Señor',
    'Sra.': 'Señora',
    'Srta.': 'Señorita',
    'Sres.': 'Señores',
    'Dr.': 'Doctor',
    'Dra.': 'Doctora',
    'Prof.': 'Profesor',
    'D.': 'Don',
    'Dña.': 'Doña',
    'Ing.': 'Ingeniero',
    'Lic.': 'Licenciado',
    'Sta.': 'Santa',
    'Sto.': 'Santo',
  },
  shortenings: {
    'p. ej.': 'por ejemplo',
    'aprox.': 'aproximadamente',
    'EE.UU.': 'Estados Unidos',
    'Ud.': 'usted',
    'Uds.': 'ustedes',
    'Avda.': 'Avenida',
    'Av.': 'Avenida',
    'a.C.': 'antes de Cristo',
    'd.C.': 'después de Cristo',
    'tel.': 'teléfono',
    'ene.': 'enero',
    'febr.': 'febrero',
    'ago.': 'agosto',
    'sept.': 'septiembre',
    'oct.': 'octubre',
    'nov.': 'noviembre',
    'dic.': 'diciembre',
    CO2: 'C O 2',
    'CO₂': 'C O 2',
    '&': 'y',
  },
  closings: {
    'etc.': 'etcétera',
    'S.A.': 'ese a',
  },
  numbered: {
    'n.º': 'número',
    'núm.': 'número',
    nº: 'número',
    'art.': 'artículo',
    'pág.': 'página',
  },
  point: 'coma',
  digitByDigit: false,
  minus: 'menos',
  to: 'a',
  dot: 'punto',
  at: 'arroba',
  currencies: {
    $: { one: '# dólar', many: '# de dólares', other: '# dólares' },
    '€': { one: '# euro', many: '# de euros', other: '# euros' },
    '£': { one: '# libra', many: '# de libras', other: '# libras' },
  },
  cents: (count) => ` con ${bare(count)}`,
  scales: {
    mil: [1e3, { other: '# mil' }],
    'mil millones': [1e9, { many: '# mil millones', other: '# mil millones' }],
    millón: scaled(1e6, 'millón', 'millón'),
    millones: scaled(1e6, 'millones', 'millones'),
    M: scaled(1e6, 'millón', 'millones'),
  },
  ofScale: 'de ',
  units: {
    'm²': { one: '# metro cuadrado', other: '# metros cuadrados' },
    'km²': { one: '# kilómetro cuadrado', other: '# kilómetros cuadrados' },
    'm³': { one: '# metro cúbico', other: '# metros cúbicos' },
    kW: { one: '# kilovatio', other: '# kilovatios' },
    MW: { one: '# megavatio', other: '# megavatios' },
    GW: { one: '# gigavatio', other: '# gigavatios' },
    kWh: { one: '# kilovatio hora', other: '# kilovatios hora' },
    MWh: { one: '# megavatio hora', other: '# megavatios hora' },
  },
  year: (digits) => digits,
  rules: [
    timeRule('[.:]', '\\s?h(?:oras|s)?\\b\\.?', (hour, minute) =>
      `${clock(hour, minute)} horas`.replace(' en punto', ''),
    ),
    timeRule(':', '', clock),
    ordinalRule('\\.?(?:er|ᵉʳ)', ['primer', 'segundo', 'tercer']),
    ordinalRule(
      '\\.?[ºo]',
      ordinals('o').map((word) => word),
    ),
    ordinalRule('\\.?ª', ordinals('a')),
    {
      find: /(?<=[Ss]iglo )(?<number>[XVI]+)(?!\p{L})/gu,
      say: ({ part }) =>
        romanNumber(part('number')) > 0 ? String(romanNumber(part('number'))) : null,
    },
  ],
}
