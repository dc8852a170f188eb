import type { SpeechTable } from '../script/speech-table.ts'
import { bare, timeRule } from '../script/times.ts'

/** Without their endings, which the word before decides. */
const ordinals = [
  ...['erst', 'zweit', 'dritt', 'viert', 'fünft', 'sechst', 'siebt', 'acht', 'neunt', 'zehnt'],
  ...['elft', 'zwölft', 'dreizehnt', 'vierzehnt', 'fünfzehnt', 'sechzehnt', 'siebzehnt'],
  ...['achtzehnt', 'neunzehnt', 'zwanzigst', 'einundzwanzigst', 'zweiundzwanzigst'],
  ...['dreiundzwanzigst', 'vierundzwanzigst', 'fünfundzwanzigst', 'sechsundzwanzigst'],
  ...['siebenundzwanzigst', 'achtundzwanzigst', 'neunundzwanzigst', 'dreißigst'],
  ...['einunddreißigst'],
]

const months =
  'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhunderts?'

const clock = (hour: string, minute: string) =>
  `${bare(hour)} Uhr${minute === '00' ? '' : ` ${bare(minute)}`}`

/** Said by hundreds, as a year and as a count: "neunzehnhundert siebenundachtzig". */
function year(digits: string): string {
  if (!/^1[1-9]/.test(digits)) return digits
  const rest = digits.slice(2)
  return `${digits.slice(0, 2)}hundert${rest === '00' ? '' : ` ${bare(rest)}`}`
}

export const german: SpeechTable = {
  titles: {
    'Dr.': 'Doktor',
    'Prof.': 'Professor',
    'Hr.': 'Herr',
    'Hrn.': 'Herrn',
    'Fr.': 'Frau',
    'St.': 'Sankt',
    'Dipl.-Ing.': 'Diplomingenieur',
  },
  shortenings: {
    'z.B.': 'zum Beispiel',
    'd.h.': 'das heißt',
    'u.a.': 'unter anderem',
    'u.U.': 'unter Umständen',
    'i.d.R.': 'in der Regel',
    'o.ä.': 'oder ähnliches',
    's.o.': 'siehe oben',
    's.u.': 'siehe unten',
    'v.a.': 'vor allem',
    'bzw.': 'beziehungsweise',
    'ca.': 'circa',
    'vgl.': 'vergleiche',
    'evtl.': 'eventuell',
    'ggf.': 'gegebenenfalls',
    'inkl.': 'inklusive',
    'sog.': 'sogenannt',
    'Str.': 'Straße',
    'Tel.': 'Telefon',
    'Jan.': 'Januar',
    'Feb.': 'Februar',
    'Aug.': 'August',
    'Sept.': 'September',
    'Okt.': 'Oktober',
    'Nov.': 'November',
    'Dez.': 'Dezember',
    CO2: 'C O 2',
    'CO₂': 'C O 2',
    '&': 'und',
  },
  closings: {
    'usw.': 'und so weiter',
    'etc.': 'et cetera',
  },
  numbered: {
    'Nr.': 'Nummer',
    'Art.': 'Artikel',
    'Abs.': 'Absatz',
    'S.': 'Seite',
    '§': 'Paragraf',
  },
  point: 'Komma',
  digitByDigit: true,
  minus: 'minus',
  to: 'bis',
  dot: 'Punkt',
  at: 'ät',
  currencies: {
    $: { other: '# Dollar' },
    '€': { other: '# Euro' },
    '£': { other: '# Pfund' },
  },
  cents: (count) => ` ${bare(count)}`,
  scales: {
    Tausend: [1e3, { other: '# Tausend' }],
    Million: [1e6, { other: '# Million' }],
    Millionen: [1e6, { other: '# Millionen' }],
    Milliarde: [1e9, { other: '# Milliarde' }],
    Milliarden: [1e9, { other: '# Milliarden' }],
    'Mio.': [1e6, { one: '# Million', other: '# Millionen' }],
    Mio: [1e6, { one: '# Million', other: '# Millionen' }],
    'Mrd.': [1e9, { one: '# Milliarde', other: '# Milliarden' }],
    Mrd: [1e9, { one: '# Milliarde', other: '# Milliarden' }],
  },
  ofScale: '',
  units: {
    'm²': { other: '# Quadratmeter' },
    'km²': { other: '# Quadratkilometer' },
    'm³': { other: '# Kubikmeter' },
    kW: { other: '# Kilowatt' },
    MW: { other: '# Megawatt' },
    GW: { other: '# Gigawatt' },
    kWh: { other: '# Kilowattstunden' },
    MWh: { other: '# Megawattstunden' },
  },
  year,
  rules: [
    timeRule('[.:]', '\\s?Uhr', clock),
    timeRule(':', '', clock),
    {
      // "am 3. Mai", "der 3. Mai", "Mittwoch, 3. Mai"
      find: new RegExp(
        `(?<![\\p{L}\\p{N}.,])(?:(?<article>[Dd](?:er|ie|as|en|em|es)|[AaIi]m|[Bb]eim|[Vv]om|[Zz]um|[Bb]is) )?(?<day>\\d{1,2})\\.(?= (?:${months})(?!\\p{L}))`,
        'gu',
      ),
      say({ part }) {
        const stem = ordinals[Number(part('day')) - 1]
        const article = part('article')
        if (stem === undefined) return null
        if (article === '') return `${stem}er`
        return `${article} ${stem}${/^[Dd](?:er|ie|as)$/.test(article) ? 'e' : 'en'}`
      },
    },
  ],
}
