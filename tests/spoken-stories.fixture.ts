import type { Told } from '../src/web/stories.fixture.ts'

const says = (...sentences: readonly string[]) =>
  sentences.map((html) => ({ kind: 'paragraph', html }) as const)

const common = { publication: 'harbour-courier', edition: '2025-05-20', door: 'open' } as const
const more = { ...common, section: 'Sea', standfirst: '' }

/** A short story in every language of the stand: numbers, names, marks inside words, both directions. */
export const spokenStories: readonly Told[] = [
  {
    ...more,
    slug: 'en',
    language: 'en',
    headline: 'The night ferry keeps its horn',
    blocks: says(
      'Saltmere voted on <em>Sunday</em>, and 68% said no. Dr. Haug, who lives above the <a href="https://harbour.example/">slip</a>, was not surprised.',
      'The ferry sounds again tonight at 2.40, for one second longer than it has to.',
      'There are four men in rowing boats who need it, and nobody had asked them.',
      'The council will look at it again in the autumn, when the fog comes back.',
    ),
  },
  {
    ...more,
    slug: 'nl',
    language: 'nl',
    headline: 'De dijk die niemand meer ziet',
    blocks: says(
      'Wie van de <em>dijk</em> komt, ziet eerst het gras en dan pas het water.',
      'De gemeente vergadert er donderdag over, met € 2.340 op tafel.',
    ),
  },
  {
    ...more,
    slug: 'de',
    language: 'de',
    headline: 'Die Fähre behält ihr Horn',
    blocks: says(
      'Am <em>Sonntag</em> stimmten die Leute im Hafen ab, und 68 % sagten nein.',
      'Heute Nacht um 2.40 Uhr ist sie wieder zu hören.',
    ),
  },
  {
    ...more,
    slug: 'fr',
    language: 'fr',
    headline: 'Le bac de nuit garde sa sirène',
    blocks: says(
      'Les habitants du <em>port</em> ont voté dimanche, et 68 % ont dit non.',
      'Le bac sonnera encore cette nuit, une seconde de plus que prévu.',
    ),
  },
  {
    ...more,
    slug: 'es',
    language: 'es',
    headline: 'El barco de noche conserva su bocina',
    blocks: says(
      'Los vecinos del <em>puerto</em> votaron el domingo, y el 68 % dijo que no.',
      'El barco sonará otra vez esta noche, un segundo más de lo necesario.',
    ),
  },
  {
    ...more,
    slug: 'ar',
    language: 'ar',
    headline: 'خياطة الضوء في ورشة قديمة',
    blocks: says(
      'في آخر <em>الزقاق</em> يفتح الحاج سليم باب الورشة قبل الفجر بقليل.',
      'يقول إن الزجاج لا يحب العجلة، وإن من يستعجله يخسر النهار كله.',
    ),
  },
]

/** Nobody has spoken all of it before its end is pressed: more than ten minutes. */
export const longStory: Told = {
  ...more,
  slug: 'long',
  language: 'en',
  headline: 'The log of the ferry',
  blocks: says(
    ...Array.from({ length: 120 }, (_, day) => {
      const load = 'with four men and one goat aboard'
      return `On day ${day} the ferry left at two, ${load}, sounded ${day} times and came back`
    }),
  ),
}

/** No voice of the stand speaks it. */
export const unspokenStory: Told = {
  ...more,
  slug: 'ja',
  language: 'ja',
  headline: '潮が引く',
  blocks: says('船は<em>泥の上</em>に眠る。'),
}
