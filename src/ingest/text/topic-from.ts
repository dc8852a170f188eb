import { type Topic, topicNamed, topics } from '#catalogue'

/**
 * The topic that the first of these words names: a section, a category, a subject, or a code of
 * IPTC Media Topics ("medtop:15000000", or its address); null when none names one.
 */
export function topicFrom(words: readonly string[]): Topic | null {
  for (const word of words) {
    const found = topicOfCode(word) ?? topicOfWord(word)
    if (found !== null) return found
  }
  return null
}

/** The top level of IPTC Media Topics by code (cv.iptc.org/newscodes/mediatopic). */
const codes: Readonly<Record<string, Topic>> = {
  '01': 'culture',
  '02': 'justice',
  '03': 'emergencies',
  '04': 'economy',
  '05': 'education',
  '06': 'environment',
  '07': 'health',
  '08': 'people',
  '09': 'work',
  '10': 'leisure',
  '11': 'politics',
  '12': 'religion',
  '13': 'science',
  '14': 'society',
  '15': 'sport',
  '16': 'conflict',
  '17': 'weather',
}

function topicOfCode(word: string): Topic | null {
  const [, top = ''] = /(?:^|[:/])(\d\d)0{6}$/.exec(word.trim()) ?? []
  return codes[top] ?? null
}

function topicOfWord(word: string): Topic | null {
  return names.get(folded(word)) ?? topicNamed(folded(word))
}

/** Without case, accents, Arabic vowel signs and tatweel. */
const folded = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/[\p{Mn}\u0640]/gu, '')
    .toLowerCase()
    .trim()

/** What sections are called in English, Dutch, German, French, Spanish and Arabic. */
const words: Readonly<Record<Topic, string>> = {
  politics:
    'politics,government,elections,parliament,politiek,bestuur,politik,regierung,politique,politica,gobierno,سياسة,السياسة',
  economy:
    'economy,business,finance,markets,money,economie,zaken,geld,wirtschaft,finanzen,borse,economie,affaires,argent,economia,negocios,finanzas,dinero,اقتصاد,الاقتصاد,مال,أعمال',
  society: 'society,community,samenleving,maatschappij,gesellschaft,societe,sociedad,مجتمع,المجتمع',
  culture:
    'culture,arts,books,film,music,theatre,theater,review,reviews,stage,television,media,cultuur,kunst,boeken,muziek,recensie,kultur,bucher,musik,buhne,feuilleton,kritik,livres,musique,cinema,critique,scene,spectacles,cultura,libros,musica,cine,teatro,critica,ثقافة,الثقافة,فنون,كتب,مراجعة',
  science:
    'science,technology,tech,space,wetenschap,techniek,technologie,uitgelegd,wissenschaft,technik,wissen,sciences,technique,ciencia,tecnologia,علوم,العلوم,تقنية,تكنولوجيا',
  sport:
    'sport,sports,football,cricket,tennis,cycling,voetbal,wielrennen,fussball,fußball,football,deportes,deporte,futbol,رياضة,الرياضة',
  environment:
    'environment,nature,climate,wildlife,milieu,natuur,klimaat,umwelt,natur,klima,environnement,climat,nature,medio ambiente,naturaleza,clima,بيئة,البيئة,طبيعة,مناخ',
  health:
    'health,medicine,wellbeing,gezondheid,zorg,gesundheit,medizin,sante,medecine,salud,medicina,صحة,الصحة',
  education:
    'education,schools,onderwijs,school,bildung,schule,education,ecole,educacion,escuela,تعليم,التعليم',
  work: 'work,labour,labor,jobs,careers,werk,vakwerk,arbeit,beruf,travail,emploi,trabajo,empleo,عمل,وظائف',
  people:
    'people,human interest,obituary,obituaries,interview,profile,mensen,gesprek,menschen,nachruf,portrat,gens,portrait,rencontre,gente,entrevista,وجوه,حوار,رثاء',
  justice:
    'crime,law,justice,courts,misdaad,recht,rechtbank,justiz,gericht,kriminalitat,justice,tribunaux,faits divers,justicia,tribunales,sucesos,عدالة,قضاء',
  conflict: 'conflict,war,oorlog,krieg,guerre,conflicto,guerra,حرب,نزاع',
  emergencies:
    'disaster,accidents,emergency,ramp,ongeval,katastrophe,unfall,catastrophe,desastre,كوارث',
  religion: 'religion,faith,geloof,religie,glaube,kirche,religion,foi,religion,fe,دين,أديان',
  weather: 'weather,weer,wetter,meteo,tiempo,طقس,الطقس',
  leisure:
    'leisure,lifestyle,style,fashion,games,puzzles,vrije tijd,mode,freizeit,leben,loisirs,style de vie,ocio,estilo,moda,منوعات,أسلوب حياة',
  food: 'food,kitchen,recipes,recipe,cooking,drink,eten,koken,recept,recepten,keuken,essen,kuche,rezepte,rezept,cuisine,recettes,recette,table,cocina,recetas,receta,comida,المطبخ,مطبخ,طعام,وصفات',
  travel: 'travel,journeys,reizen,reis,reisen,reise,voyage,voyages,viajes,viaje,سفر,رحلات,رحلة',
  children: 'children,kids,kinderen,jeugd,kinder,enfants,jeunesse,ninos,infantil,أطفال,الأطفال',
}

const names = new Map<string, Topic>(
  topics.flatMap((topic) =>
    words[topic].split(',').map((word): [string, Topic] => [folded(word), topic]),
  ),
)
