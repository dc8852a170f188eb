import {
  defaultCut,
  defaultPermits,
  type EditionCard,
  type Publication,
  type PublicationKind,
  type Rhythm,
  type Span,
  topics,
  unsaidLicence,
} from '#catalogue'
import { freeSlug, slugOf } from '#ground/slug'
import type { AppNeeds } from './needs.ts'
import { type Stand, standWith } from './stand.fixture.ts'

/** How titles are made in a language: all names in them are invented. */
interface Titles {
  readonly language: string
  readonly countries: readonly string[]
  /** Of a hundred publications so many are in this language. */
  readonly share: number
  /** Of the names of places. */
  readonly heads: string
  readonly tails: string
  /** "_" stands for a place. Newspapers first, then magazines, then journals: a third each. */
  readonly patterns: string
}

const tellings: readonly Titles[] = [
  {
    language: 'en',
    countries: ['GB', 'IE', 'NZ', 'IN', 'KE', 'US'],
    share: 26,
    heads:
      'Salt|Hallo|Bracken|Thorn|Dun|East|Wex|Amber|Fen|Old|Lark|Stone|Pell|Ravens|Caw|Merrow|Inch|Tarn|Hol|Quill',
    tails:
      'mere|wick|ford|ley|marrow|quay|holm|shaw|nick|moor|rise|cross|low|by|dale|brae|side|linn',
    patterns:
      'The _ Courier|The _ Evening Bell|_ Lamp & Ledger|The Daily _|“_ Today”|_ Garden Quarterly|Sea Roads of _|Kitchens of _|The _ Weekend Reader|7 Days in _|_ Journal of Tidal Law|Annals of _ Soils|_ Proceedings in Small Optics|The _ Bulletin of Bees|Archives of _ Nursing',
  },
  {
    language: 'nl',
    countries: ['NL', 'BE', 'SR'],
    share: 16,
    heads: 'Ooster|Wier|Lekker|Duin|Zwaluw|Hoog|Krom|Sluis|Papen|Achter|Luttel|Zee|IJ|Vlieg',
    tails: 'haven|dijk|hout|meer|wijk|veen|waard|veld|kreek|maas|geest|wolde',
    patterns:
      'De _-Courant|Dagblad van _|’t _er Nieuws|_ Vandaag|Het Avondblad voor _|Buiten in _|Polder & _|Koken in _|Fietsblad _|_ Wonen|Tijdschrift voor Waterrecht in _|_ Cahier voor Bodemkunde|Vakblad Orgelbouw _|Mededelingen uit _|Archief voor _er Taal',
  },
  {
    language: 'de',
    countries: ['DE', 'AT', 'CH'],
    share: 13,
    heads: 'Hafen|Ober|Kalten|Mühl|Ähren|Stein|Falken|Nebel|Tann|Ufer|Grün|Raben|Özen',
    tails: 'ried|linden|brück|winkel|tal|ach|horn|weiler|stadt|bach|au',
    patterns:
      'Tagblatt _|_er Anzeiger|Der Bote von _|Neue _er Zeitung|„_ am Abend“|Gärten um _|_er Wanderblatt|Kruste & _|Das _er Heft|Stadtleben _|Beiträge zur _er Glockenkunde|Jahrbuch _ für Moorforschung|_er Archiv für Feinmechanik|Hefte für Uferrecht, _|Mitteilungen aus _',
  },
  {
    language: 'fr',
    countries: ['FR', 'BE', 'CA', 'SN', 'CH'],
    share: 11,
    heads: 'Val|Sainte-|Mont|Clair|Haute-|Port-|Ville|Bré|Quim|Œuv|Éclu|Lan',
    tails: 'martin|orge|ferrand|marais|sauge|gris|rose|vonne|brac|relle|vière',
    patterns:
      'L’Écho de _|Le Quotidien de _|«_ Matin»|La Voix de _|_ Soir|Jardins de _|La Table de _|Petits Chemins de _|Le Carnet de _|_ en famille|Cahiers d’acoustique de _|Revue de _ sur les marées|Annales horticoles de _|Études sur _|Bulletin des phares de _',
  },
  {
    language: 'es',
    countries: ['ES', 'MX', 'AR', 'CL'],
    share: 11,
    heads: 'Almen|Ñu|Villa|Puerto|Cár|Olme|Torre|Que|Hino|Ás|Río',
    tails: 'dralta|ñala|sauce|lindo|dena|dal|cal|brada|jal|pera|tinto',
    patterns:
      'El Diario de _|La Gaceta de _|¡_ Hoy!|El Faro de _|La Tarde de _|Huertos de _|Cocinas de _|Cuaderno de _|Rutas de _|_ en verano|Anales de botánica de _|Revista de ríos de _|Estudios de _|Boletín de luthería de _|Archivo de _',
  },
  {
    language: 'ar',
    countries: ['LB', 'EG', 'MA', 'TN', 'JO'],
    share: 9,
    heads: 'المرسى|وادي|بئر|تل|عين|رأس|نهر|أرض',
    tails: ' الريم| النخل| الورد| الصفصاف| الملح| السرو| الخزامى| الزيتون| الحجل',
    patterns:
      'صحيفة _|صباح _|أخبار _|صدى _|مساء _|بستان _|مطبخ _|مجلة _ للأسرة|دروب _|ألوان _|دورية _ للمياه|حوليات _|دراسات في تربة _|مجلة _ للعمارة|آفاق _',
  },
  {
    language: 'pl',
    countries: ['PL'],
    share: 4,
    heads: 'Łąko|Żura|Ście|Boro|Kamio|Olszy',
    tails: 'wiec|win|żno|winy|nka|nek',
    patterns:
      'Kurier _|Głos _|Dziennik: _|Wieczór w _|Echo _|Ogród _|Smaki _|Szlaki _|Życie w _|Tygodnik _|Zeszyty _|Rocznik _|Studia _|Archiwum _|Prace z _',
  },
  {
    language: 'el',
    countries: ['GR', 'CY'],
    share: 3,
    heads: 'Αλμυρό|Νερο|Ελαιο|Πετρο|Θυμα',
    tails: 'πολη|χώρι|βούνι|λίμνη|νησι',
    patterns:
      'Ο Ταχυδρόμος: _|Φωνή: _|Ημερήσια _|Άνεμος: _|Εσπερινή _|Κήπος: _|Γεύσεις: _|Μονοπάτια: _|Σπίτι στην _|Έξω: _|Χρονικά: _|Μελέτες: _|Δελτίο: _|Αρχείο: _|Τετράδια: _',
  },
  {
    language: 'uk',
    countries: ['UA'],
    share: 3,
    heads: 'Верб|Єдн|Степ|Їжак|Чорн',
    tails: 'івка|ове|опіль|ичі|оброд',
    patterns:
      'Вісник: _|Голос: _|Щоденник: _|Ранок: _|Вечір: _|Сад: _|Кухня: _|Стежки: _|Дім: _|Ґрунт: _|Записки: _|Праці: _|Студії: _|Архів: _|Збірник: _',
  },
  {
    language: 'ja',
    countries: ['JP'],
    share: 2,
    heads: '汐|桜|北|南|月',
    tails: '見|谷|浜|野|原',
    patterns:
      '_新報|_日日|あさの_|ゆうべの_|_タイムス|_の庭|_の台所|山道_|カメラ_|_くらし|_水文学|_研究|土と_|_紀要|_年報',
  },
  {
    language: 'he',
    countries: ['IL'],
    share: 1,
    heads: 'נווה-|שפת-|עין-',
    tails: 'אלון|הגל|התמר',
    patterns:
      'קול _|בוקר _|הד _|ערב _|ימי _|גני _|טעמי _|שבילי _|בית _|צבעי _|עיוני _|דפי _|רשומות _|גנזי _|מחקרי _',
  },
  {
    language: 'sw',
    countries: ['TZ', 'KE'],
    share: 1,
    heads: 'Pwani|Mlima|Mto',
    tails: 'ji|ni|bora',
    patterns:
      'Habari za _|Sauti ya _|Leo _|Jioni _|Mwanga wa _|Bustani za _|Jiko la _|Njia za _|Nyumba ya _|Rangi za _|Jarida la _|Utafiti wa _|Maji ya _|Kumbukumbu za _|Makala ya _',
  },
]

const kinds: readonly PublicationKind[] = ['newspaper', 'magazine', 'journal']

/** Publications as on a great stand: always the same ones for the same number, none of them real. */
export function manyPublications(count: number): readonly Publication[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, at) => publicationAt(at, taken))
}

function publicationAt(at: number, taken: Set<string>): Publication {
  const { language, countries, heads, tails, patterns } = tellingAt(at)
  const forms = patterns.split('|')
  const form = pick(at, 3, forms.length)
  const place = oneOf(heads.split('|'), at, 7) + oneOf(tails.split('|'), at, 4_001)
  const plain = (forms[form] ?? '_').replace('_', place)
  const isTaken = (name: string) => taken.has(slugOf(name))
  const title = [plain, ...marks.map((mark) => `${plain} ${mark}`)].find((one) => !isTaken(one))
  const slug = freeSlug(slugOf(title ?? plain), (name) => taken.has(name))
  taken.add(slug)
  const kind = kinds[Math.floor((form * kinds.length) / forms.length)] ?? 'newspaper'
  const usual = rhythmsOf[kind]
  const country = oneOf(countries, at, 5)
  const main = topics[pick(at, 11, topics.length)] ?? 'culture'
  const second = topics[pick(at, 13, topics.length)] ?? 'travel'
  return {
    id: `publication-${slug}`,
    slug,
    title: title ?? plain,
    kind,
    language: at % 9 === 0 && country !== '' ? `${language}-${country}` : language,
    description: '',
    home: null,
    timeZone: 'UTC',
    door: 'open',
    cut: defaultCut,
    country: at % 17 === 0 ? '' : country,
    rhythm: at % 23 === 0 ? null : (usual[pick(at, 17, usual.length)] ?? null),
    topics: at % 19 === 0 ? [] : [...new Set([main, second])],
    licence: unsaidLicence,
    logo: null,
    permits: defaultPermits,
  }
}

const rhythmsOf: Readonly<Record<PublicationKind, readonly Rhythm[]>> = {
  newspaper: ['daily', 'daily', 'weekly'],
  magazine: ['weekly', 'monthly', 'monthly', 'quarterly'],
  journal: ['monthly', 'quarterly', 'yearly'],
}

/** What tells namesakes apart. */
const marks = 'Plus|Extra|Nova|24|365|II|Alpha|Uno|Omega|Zero|Duo|Solo|Mezzo|III|IV|V|VI|VII'.split(
  '|',
)

function tellingAt(at: number): Titles {
  let left = pick(at, 1, 100)
  for (const telling of tellings) {
    left -= telling.share
    if (left < 0) return telling
  }
  throw new RangeError('The shares of the languages are less than a hundred')
}

/** A number below `below` that looks thrown and is always the same: Knuth's multiplicative hash. */
function pick(at: number, salt: number, below: number): number {
  return (Math.imul(at + 1, 2_654_435_761 + 2 * salt) >>> 8) % below
}

const oneOf = (values: readonly string[], at: number, salt: number): string =>
  values[pick(at, salt, values.length)] ?? ''

const lastDay = Temporal.PlainDate.from('2025-05-20')

function newestOf(publication: Publication, at: number): EditionCard {
  const date = lastDay.subtract({ days: publication.rhythm === 'daily' ? at % 2 : at % 61 })
  const { slug, title, language, kind, topics: about } = publication
  const { id: publicationId } = publication
  return {
    publication: { slug, title, language, kind, topics: about },
    edition: {
      ...{ id: `${slug}/${date}`, publicationId, date, slug: date.toString(), name: '' },
      cover: null,
    },
    headlines: [{ text: title, language }],
    stories: 1 + (at % 30),
  }
}

/** One in forty is new on the stand, and one in sixty-four has not come out for a year before. */
function spanOf({ edition: { date } }: EditionCard, at: number): Span {
  const newest = date.toString()
  if (pick(at, 19, 40) === 0) return { first: newest, before: null, newest }
  const before = date.subtract({ days: pick(at, 23, 64) === 0 ? 1_200 : 1 }).toString()
  return { first: lastDay.subtract({ years: 4 }).toString(), before, newest }
}

/** A stand of so many publications, each with one edition; of their stories it knows nothing. */
export function standOfMany(count: number, changed: Partial<AppNeeds> = {}): Stand {
  const all = manyPublications(count)
  const cards = new Map(all.map((one, at) => [one.id, newestOf(one, at)]))
  const listed = all.map((one, at) => ({ ...one, span: spanOf(newestOf(one, at), at) }))
  const stand = standWith({ stories: [] })
  const { publications, editions } = stand.needs
  const needs: AppNeeds = {
    ...stand.needs,
    publications: {
      ...publications,
      bySlug: async (slug) => all.find((one) => one.slug === slug) ?? null,
      onStand: async (ids) => listed.filter(({ id }) => ids === undefined || ids.includes(id)),
      count: async () => ({ publications: count, stories: count * 15 }),
    },
    editions: {
      ...editions,
      newestOf: async (ids) => ids.flatMap((id) => cards.get(id) ?? []),
      newest: async (most) => [...cards.values()].slice(0, most),
      cardAt: async (slug, edition) => {
        const card = cards.get(`publication-${slug}`)
        return card?.edition.slug === edition ? card : null
      },
      latestOf: async (id) => [cards.get(id)].filter((card) => card !== undefined),
    },
    ...changed,
  }
  return { ...stand, needs }
}
