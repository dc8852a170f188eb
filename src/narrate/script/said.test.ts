import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rulesFor } from './rules-for.ts'
import { said } from './said.ts'

function saidIn(language: string, pairs: Readonly<Record<string, string>>): void {
  const rules = rulesFor(language, new Map())
  const heard = Object.keys(pairs).map((text) => [text, said(text, rules).spoken])
  assert.deepEqual(Object.fromEntries(heard), pairs)
}

describe('what is written is said', () => {
  it('in English', () => {
    saidIn('en', {
      'Dr. Reed paid $19.50.': 'Doctor Reed paid 19 dollars and 50 cents.',
      'It cost €2,340 and £1.05.': 'It cost 2340 euros and 1 pound and 5 pence.',
      'A $5 million pier': 'A 5 million dollars pier',
      'worth £1.2bn': 'worth 1 point 2 billion pounds',
      'fell 3.5% to 12,000': 'fell 3 point 5 percent to 12000',
      'at 7.30pm and 7 a.m.': 'at 7 30 P M and 7 A M.',
      'at 19:05 today': 'at 19 oh 5 today',
      'J. R. Marsh of the U.S. Navy': 'J R Marsh of the U S Navy',
      'the 21st of May': 'the twenty-first of May',
      'On April 2, 2031 it rained': 'On April second, 2031 it rained',
      'On 2 April': 'On the second of April',
      'in 1987 and 1905, the 1980s': 'in 19 87 and 19 oh 5, the 19 eighties',
      '1987–1992': '19 87 to 19 92',
      '3–5 km at 40 km/h': '3 to 5 kilometers at 40 kilometers per hour',
      'cats, dogs, etc. The end': 'cats, dogs, et cetera. The end',
      'e.g. No. 5': 'for example number 5',
      'See https://www.tide.example/a/b?c.': 'See tide dot example.',
      'on 2031-04-02': 'on April second, 2031',
      'CHF 20': '20 Swiss francs',
      '−5 °C': 'minus 5 degrees Celsius',
      'B2 in 1.2.3 and 12-15': 'B2 in 1.2.3 and 12-15',
    })
  })

  it('in Dutch', () => {
    saidIn('nl', {
      'Dr. De Vries betaalde € 19,50.': 'Dokter De Vries betaalde 19 euro 50.',
      'Het kostte € 12,- bijv. in 2.340 gevallen':
        'Het kostte 12 euro bijvoorbeeld in 2340 gevallen',
      'ruim 5 mln. mensen': 'ruim 5 miljoen mensen',
      '€ 3,5 miljard': '3 komma 5 miljard euro',
      'om 19.30 uur en 8:05': 'om 19 uur 30 en 8 uur 5',
      'de 21ste en 3e': 'de eenentwintigste en derde',
      'in 1987': 'in 19honderd 87',
      '3,5% van 10–12 m²': '3 komma 5 procent van 10 tot 12 vierkante meter',
      '02-04-2031': '2 april 2031',
      'mevr. Zee en dhr. Duin, d.w.z. twee': 'mevrouw Zee en de heer Duin, dat wil zeggen twee',
    })
  })

  it('in German', () => {
    saidIn('de', {
      'Am 3. Mai, z. B. um 19.30 Uhr.': 'Am dritten Mai, zum Beispiel um 19 Uhr 30.',
      'Prof. Dr. Meer': 'Professor Doktor Meer',
      'der 1. Januar': 'der erste Januar',
      '1,5 Mio. €': '1 Komma 5 Millionen Euro',
      '1 Mrd. Menschen': '1 Milliarde Menschen',
      '2.340,50 €': '2340 Euro 50',
      'usw. Dann': 'und so weiter. Dann',
      '§ 5 Abs. 2': 'Paragraf 5 Absatz 2',
      '02.04.2031': 'zweiter April 2031',
      '3,14': '3 Komma 1 4',
      'im 19. Jahrhundert': 'im neunzehnten Jahrhundert',
    })
  })

  it('in French', () => {
    saidIn('fr', {
      'M. Marée et Mme Roc à 19h30': 'Monsieur Marée et Madame Roc à 19 heures 30',
      '2 340 € soit 5 M€': '2340 euros soit 5 millions d’euros',
      'le 1er mai, au XIXe siècle': 'le premier mai, au dix-neuvième siècle',
      '3,5 % de 1,5 km': '3 virgule 5 pour cent de 1 virgule 5 kilomètre',
      '12,50 €': '12 euros 50',
      'le 2e étage, n° 5': 'le deuxième étage, numéro 5',
      '02/04/2031': '2 avril 2031',
    })
  })

  it('in Spanish', () => {
    saidIn('es', {
      'La Sra. Marín y el Dr. Roca': 'La Señora Marín y el Doctor Roca',
      'a las 19:30 h, a las 8:00': 'a las 19 y 30 horas, a las 8 en punto',
      '2.340,50 €': '2340 euros con 50',
      '5 millones de euros': '5 millones de euros',
      '$5 millones': '5 millones de dólares',
      '3,5 %': '3 coma 5 por ciento',
      'EE. UU. y el siglo XIX': 'Estados Unidos y el siglo 19',
      'el 1.º y la 2.ª': 'el primero y la segunda',
    })
  })

  it('in the Spanish of Mexico, where a comma parts thousands', () => {
    saidIn('es-MX', { '2,340.50 €': '2340 euros con 50', '1.5 km': '1 coma 5 kilómetros' })
  })

  it('in Arabic', () => {
    saidIn('ar', {
      'د. سلمى دفعت ٢٬٣٤٠ $': 'الدكتور سلمى دفعت 2340 دولارًا',
      '٣ كم و١١ كم و2 كم': '3 كيلومترات و11 كيلومترًا وكيلومتران',
      '5%': '5 بالمئة',
      'الساعة ٧:٣٠': 'الساعة 7 و30 دقيقة',
      '٣٫٥ مليون': '3 فاصلة 5 مليون',
    })
  })

  it('in a language without a table as far as Unicode knows it', () => {
    saidIn('pl', {
      '5 km za 20 zł o 19:30, 3,5': '5 kilometrów za 20 złotych polskich o 19 30, 3,5',
    })
  })
})
