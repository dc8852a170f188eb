import type { Voice } from '#narrate'

/** A voice of espeak-ng, and the name that espeak-ng knows it by. */
export interface EspeakVoice extends Voice {
  readonly identifier: string
}

/** Names of espeak-ng: a family of languages and a language. */
const identifiers =
  'gmw/af sem/am roa/an sem/ar inc/as trk/az trk/ba zle/be zls/bg inc/bn inc/bpy zls/bs roa/ca roa/ca-ba roa/ca-nw roa/ca-va sit/cmn zlw/cs trk/cv cel/cy gmq/da gmw/de grk/el gmw/en gmw/en-US gmw/en-029 gmw/en-GB-scotland gmw/en-GB-x-gbclan gmw/en-GB-x-gbcwmd gmw/en-GB-x-rp gmw/en-US-nyc art/eo roa/es roa/es-419 urj/et eu ira/fa urj/fi gmq/fo roa/fr roa/fr-BE roa/fr-CH cel/ga cel/gd sai/gn grk/grc inc/gu map/haw inc/hi zls/hr roa/ht urj/hu ine/hy ine/hyw art/ia poz/id art/io gmq/is roa/it art/jbo ccs/ka trk/kaa trk/kk esx/kl dra/kn ko ira/ku trk/ky itc/la gmw/lb art/lfn bat/lt bat/ltg bat/lv poz/mi zls/mk dra/ml inc/mr poz/ms sem/mt miz/mto gmq/nb azc/nci inc/ne gmw/nl trk/nog cus/om inc/or inc/pa roa/pap zlw/pl roa/pt roa/pt-BR qu myn/quc roa/ro zle/ru zle/ru-cl zle/ru-LV inc/sd inc/si zlw/sk zls/sl urj/smj ine/sq zls/sr gmq/sv bnt/sw dra/ta dra/te sem/ti trk/tk bnt/tn trk/tr trk/tt trk/ug zle/uk inc/ur trk/uz aav/vi aav/vi-VN-x-central aav/vi-VN-x-south sit/yue'

/** Where the name is no language tag, or says less than the voice does. */
const known: Readonly<Record<string, { readonly language: string; readonly name?: string }>> = {
  'ca-ba': { language: 'ca', name: 'Balear' },
  'ca-nw': { language: 'ca', name: 'Nord-occidental' },
  'ca-va': { language: 'ca-valencia' },
  cmn: { language: 'zh' },
  en: { language: 'en-GB' },
  'en-GB-x-gbclan': { language: 'en-GB', name: 'Lancaster' },
  'en-GB-x-gbcwmd': { language: 'en-GB', name: 'West Midlands' },
  'en-GB-x-rp': { language: 'en-GB', name: 'Received Pronunciation' },
  'en-US-nyc': { language: 'en-US', name: 'New York City' },
  es: { language: 'es-ES' },
  fr: { language: 'fr-FR' },
  pt: { language: 'pt-PT' },
  'ru-cl': { language: 'ru', name: 'Classic' },
  'vi-VN-x-central': { language: 'vi', name: 'Central' },
  'vi-VN-x-south': { language: 'vi', name: 'South' },
}

/** Spells letters out, drops them, or was made for fun: tried on names of countries and sentences. */
export const unusable: Readonly<Record<string, string>> = {
  'iro/chr': 'Cherokee letters are not spoken at all',
  'sit/cmn-Latn-pinyin': 'for transcribed Chinese only',
  'ira/fa-Latn': 'for transcribed Persian only',
  'sit/hak': 'characters are called "Chinese letter"',
  'sem/he': 'without vowel points, consonants are all it says',
  'jpx/ja': 'kanji are called "Chinese letter"',
  'inc/kok': 'vowel signs are called by their names',
  'sit/my': 'most vowels are lost',
  'art/piqd': 'an invented language',
  'art/py': 'an invented language',
  'art/qdb': 'an invented language',
  'art/qya': 'an invented language',
  'tai/shn': 'letters are called by their names',
  'art/sjn': 'an invented language',
  'tai/th': 'vowels come in the wrong order',
  'art/xex': 'a test',
  'sit/yue-Latn-jyutping': 'for transcribed Cantonese only',
}

/** Every voice that can be listened to; the first of a language is its usual one. */
export const espeakVoices: readonly EspeakVoice[] = [
  ...identifiers.split(' ').map((identifier) => voiceOf(identifier)),
  // Norwegian that does not say which is nearly always Bokmål.
  { ...voiceOf('gmq/nb'), id: 'espeak/no', language: 'no' },
]

function voiceOf(identifier: string): EspeakVoice {
  const tag = identifier.slice(identifier.indexOf('/') + 1)
  const { language = tag, name = '' } = known[tag] ?? {}
  const about = { engine: 'espeak', kind: 'formant', marks: 'word' } as const
  return { ...about, id: `espeak/${tag}`, language, name, identifier }
}
