import type { Block, BlockBody, Correction, Door, Topic } from '#catalogue'
import { harbourPicture } from './picture.fixture.ts'

/** One invented story as the stand of the tests is given it. */
export interface Told {
  readonly publication: string
  readonly edition: string
  readonly slug: string
  readonly section: string
  readonly headline: string
  readonly standfirst?: string
  readonly bylines?: readonly string[]
  readonly language: string
  readonly door: Door
  readonly blocks: readonly BlockBody[]
  readonly corrections?: readonly Correction[]
  readonly home?: string
  readonly complete?: boolean
  readonly withdrawn?: boolean
  readonly topic?: Topic
  readonly work?: string
  readonly translatedFrom?: string
  readonly translators?: readonly string[]
  /** Stories with the same are the same report in several publications. */
  readonly report?: string
}

const say = (...sentences: readonly string[]): BlockBody[] =>
  sentences.map((html) => ({ kind: 'paragraph', html }))

const picture: BlockBody = {
  kind: 'picture',
  picture: harbourPicture,
  alt: 'A low sun over the harbour, with the sea wall in front.',
  caption: 'The slip at Saltmere, a quarter of an hour before the night ferry.',
  credit: 'Drawing: M. Haug',
}

/** Stands in the rest of stories that are shut, and may stand nowhere else. */
export const canary = 'quillfeather-omega'

const ferry = [
  picture,
  ...say(
    'For eleven winters the people of the harbour quarter have set their sleep by a sound they say they hate. At twenty to three the night ferry gives one long note, the dogs answer, and a light goes on above the bakery.',
    'On Sunday they were asked to turn it off. Sixty-eight per cent said no.',
    '“You complain about your brother too,” said Marit Haug, who has lived above the slip since 1979. “You do not put him on the mainland.”',
    'The vote settles a question that split the council for three sessions, emptied one chairmanship and produced a forty-page study of noise whose conclusion was that the noise was loud.',
    `Nobody in the hall had expected the ${canary} of the evening to be a baker.`,
    'He had come, he said, because the note is how he knows that the dough has had its second hour. If it goes, he will have to buy a clock, and he does not trust clocks.',
    'Then the pilot spoke, and the room went as quiet as a room of two hundred wet coats can go.',
    'The note is not a greeting, she said. It is the only thing that tells a man in a rowing boat, in fog, which side of him the ferry is.',
    'There are four such men. They were all at the meeting. None of them had thought to mention it.',
    'The ferry will sound again tonight, at twenty to three, for one second longer than the rules require.',
  ),
]

const short = (language: string): readonly BlockBody[] => {
  if (language === 'ar') {
    return say(
      'في آخر الزقاق، حيث تصل رائحة البحر قبل صوته، يفتح الحاج سليم باب الورشة قبل الفجر بقليل، ويشعل الفرن كما يوقظ طفلًا.',
      'يقول إن الزجاج لا يحب العجلة، وإن من يستعجله يخسر النهار كله. ثم يصمت، ويراقب اللون وهو يتحول من الأحمر إلى ما لا اسم له.',
      'لم يبق في الحي من الورش سوى هذه. الأبناء في المدينة، والأحفاد يسألون عن الأفران كما يُسأل عن الحكايات.',
    )
  }
  if (language === 'nl') {
    return say(
      'Wie van de dijk komt, ziet eerst het gras en dan pas het water. Zo is het altijd geweest, en zo staat het ook in het bestemmingsplan, waarin niemand nog heeft gekeken.',
      'De gemeente vergadert er donderdag over. Tot die tijd ligt er een zeil over het gat, met vier stoeptegels erop.',
      'Het waterschap noemt dat „voorlopig afdoende”. De schapen denken er anders over.',
    )
  }
  return say(
    'The ovens on Slip Street have been warm since 1951, through two floods and a royal visit, and on Thursday they will go cold for a day.',
    'Nobody agrees why. The baker says it is the chimney. His wife says it is the baker.',
    'Either way the street has been told to buy double on Wednesday, and the gulls have not been told anything.',
  )
}

const courier = { publication: 'harbour-courier', edition: '2025-05-20', language: 'en' } as const
const plan = { publication: 'polder-en-plan', edition: '2025-05-19', language: 'nl' } as const
const morning = { publication: 'marfa-alsabah', edition: '2025-05-18', language: 'ar' } as const

export const stories: readonly Told[] = [
  {
    ...courier,
    slug: 'night-ferry-saved',
    section: 'Front page',
    headline: 'Night ferry saved as islanders vote to keep the boat that wakes them',
    standfirst:
      'After eleven years of complaints about the 2.40 horn, Saltmere was asked whether it could sleep without it.',
    bylines: ['Ines Okafor-Lund'],
    door: 'plan',
    home: 'https://www.harbour-courier.example/night-ferry',
    blocks: ferry,
  },
  {
    ...courier,
    slug: 'bakery-closes',
    section: 'Front page',
    headline: 'The bakery that never closes is closing for a day',
    standfirst:
      'For the first time since 1951 the ovens on Slip Street go cold, and nobody agrees why.',
    bylines: ['Tobias Wren', 'Marit Haug'],
    door: 'open',
    blocks: short('en'),
    corrections: [
      {
        at: Temporal.Instant.from('2025-05-21T09:30:00Z'),
        note: 'An earlier version gave the year of the first oven as 1915. It was 1951.',
      },
    ],
  },
  {
    ...courier,
    slug: 'pilots-wait-for-fog',
    section: 'Sea',
    headline: '‘We counted the waves’: the pilots who wait for fog',
    standfirst: 'A night in the watch house, where nothing happening is the work.',
    bylines: [
      ...['Ana Brill', 'Bo Carrow', 'Cem Dane', 'Dov Elm', 'Eva Finch', 'Finn Grau'],
      ...['Gil Hart', 'Hana Ives', 'Ivo Jarl', 'Jun Kerr', 'Kit Lowe'],
    ],
    door: 'metered',
    blocks: ferry.slice(1),
  },
  {
    ...courier,
    slug: 'long-headline',
    section: '',
    headline:
      'The committee that was to decide which of the seven committees should be closed has decided, after three evenings, two adjournments and one fire alarm, that it cannot close itself, that it may not close the others, and that a further committee will be needed to say so to the council in a letter by June',
    door: 'open',
    blocks: [
      ...short('en'),
      { kind: 'heading', level: 2, html: 'What the letter says' },
      {
        kind: 'list',
        ordered: true,
        items: [
          { html: 'That there are seven committees.' },
          { html: 'That there will be eight.' },
        ],
      },
      {
        kind: 'table',
        caption: 'Committees, by year',
        head: ['Year', 'Committees', 'Closed'],
        rows: [
          ['2023', '5', '0'],
          ['2024', '7', '0'],
        ],
      },
      { kind: 'quote', paragraphs: ['We are where we are, and there are more of us.'], source: '' },
      { kind: 'rule' },
      { kind: 'code', text: 'committees = committees + 1' },
    ],
  },
  {
    ...courier,
    slug: 'emoji',
    section: 'Sea',
    headline: '🐟',
    door: 'open',
    complete: false,
    home: 'https://www.harbour-courier.example/fish',
    blocks: short('en').slice(0, 1),
  },
  {
    ...courier,
    slug: 'taken-back',
    section: 'Sea',
    headline: 'A story that was taken back',
    door: 'open',
    withdrawn: true,
    blocks: short('en'),
  },
  {
    ...courier,
    edition: '2025-05-19',
    slug: 'herring-prices',
    section: 'Trade',
    headline: 'Herring falls to the price of chips, and the chips complain',
    door: 'open',
    blocks: [picture, ...short('en')],
  },
  {
    ...plan,
    slug: 'de-dijk-die-niemand-ziet',
    section: 'Binnenland',
    headline: 'De dijk die niemand meer ziet',
    standfirst: 'Hoe een gemeente vergeet waarvoor ze bang was.',
    bylines: ['Wietske Oord'],
    door: 'open',
    blocks: [picture, ...short('nl')],
  },
  {
    ...plan,
    slug: 'mos',
    section: 'Wetenschap',
    headline: 'Het mos dat de tijd bijhoudt',
    bylines: ['Jelle van der Wal'],
    door: 'metered',
    blocks: [...short('nl'), ...short('nl'), ...short('nl')],
  },
  {
    ...morning,
    slug: 'خياطة-الضوء',
    section: 'ثقافة',
    headline: 'خياطة الضوء: يوم في ورشة زجاج قديمة',
    standfirst: 'في آخر الزقاق فرنٌ لم ينطفئ منذ أربعين عامًا، وصاحبه لا يحب أن يُسأل عن السبب.',
    bylines: ['ليلى المرسي', 'Ines Okafor-Lund'],
    door: 'open',
    blocks: [picture, ...short('ar')],
  },
]

/** With an id each, as the desk gives them. */
export const named = (blocks: readonly BlockBody[]): readonly Block[] =>
  blocks.map((body, at) => ({ ...body, id: `b${at}` }))
