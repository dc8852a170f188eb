import type { Forms, SpeechTable } from '../script/speech-table.ts'
import { bare, timeRule } from '../script/times.ts'

/** One and two are said without a number; three to ten and those from eleven on count otherwise. */
const counted = (one: string, two: string, few: string, many: string, other = one): Forms => ({
  one: `${one} واحد`,
  two,
  few: `# ${few}`,
  many: `# ${many}`,
  other: `# ${other}`,
})

function clock(hour: string, minute: string): string {
  return minute === '00' ? bare(hour) : `${bare(hour)} و${bare(minute)} دقيقة`
}

export const arabic: SpeechTable = {
  titles: {
    'د.': 'الدكتور',
    'أ.': 'الأستاذ',
    'م.': 'المهندس',
    'أ.د.': 'الأستاذ الدكتور',
  },
  shortenings: {
    إلخ: 'إلى آخره',
    'ق.م.': 'قبل الميلاد',
    '&': 'و',
  },
  closings: {
    'إلخ.': 'إلى آخره',
  },
  numbered: { 'ص.': 'صفحة' },
  point: 'فاصلة',
  digitByDigit: false,
  minus: 'ناقص',
  to: 'إلى',
  dot: 'نقطة',
  at: 'آت',
  currencies: {
    $: counted('دولار', 'دولاران', 'دولارات', 'دولارًا'),
    '€': counted('يورو', '2 يورو', 'يورو', 'يورو'),
    '£': counted('جنيه', 'جنيهان', 'جنيهات', 'جنيهًا'),
  },
  cents: (count) => ` و${bare(count)} سنتًا`,
  scales: {
    ألف: [1e3, { other: '# ألف' }],
    آلاف: [1e3, { other: '# آلاف' }],
    مليون: [1e6, { other: '# مليون' }],
    ملايين: [1e6, { other: '# ملايين' }],
    مليار: [1e9, { other: '# مليار' }],
    مليارات: [1e9, { other: '# مليارات' }],
  },
  ofScale: '',
  units: {
    '%': { other: '# بالمئة' },
    '٪': { other: '# بالمئة' },
    كم: counted('كيلومتر', 'كيلومتران', 'كيلومترات', 'كيلومترًا'),
    كلم: counted('كيلومتر', 'كيلومتران', 'كيلومترات', 'كيلومترًا'),
    كغ: counted('كيلوغرام', 'كيلوغرامان', 'كيلوغرامات', 'كيلوغرامًا'),
    كجم: counted('كيلوغرام', 'كيلوغرامان', 'كيلوغرامات', 'كيلوغرامًا'),
    سم: counted('سنتيمتر', 'سنتيمتران', 'سنتيمترات', 'سنتيمترًا'),
    'م²': { other: '# متر مربع' },
    'كم²': { other: '# كيلومتر مربع' },
    '°م': { other: '# درجة مئوية' },
  },
  year: (digits) => digits,
  rules: [
    timeRule('[:.]', '\\s?(?<half>[صم])', (hour, minute, half) => {
      return `${clock(hour, minute)} ${half === 'ص' ? 'صباحًا' : 'مساءً'}`
    }),
    timeRule(':', '', clock),
  ],
}
