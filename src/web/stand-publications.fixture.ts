import {
  defaultCut,
  defaultPermits,
  type Publication,
  type PublicationKind,
  unsaidLicence,
} from '#catalogue'

const publicationOf = (
  slug: string,
  title: string,
  kind: PublicationKind,
  language: string,
): Publication => ({
  id: `publication-${slug}`,
  slug,
  title,
  kind,
  language,
  description: descriptions[language] ?? '',
  home: language === 'en' ? 'https://www.harbour-courier.example/' : null,
  timeZone: 'Europe/Amsterdam',
  door: 'open',
  cut: defaultCut,
  country: countries[language] ?? '',
  rhythm: kind === 'magazine' ? 'monthly' : 'daily',
  topics: kind === 'magazine' ? ['environment'] : [],
  licence: unsaidLicence,
  permits: defaultPermits,
  logo: null,
})

const countries: Readonly<Record<string, string>> = { en: 'GB', nl: 'NL', ar: 'LB' }

const descriptions: Readonly<Record<string, string>> = {
  en: 'The paper of the islands and of those who left them. Six days a week since the first bridge.',
  nl: 'Maandblad over water, ruimte en wie er woont.',
}

/** The three publications of the stand that the tests visit. */
export const publications = [
  publicationOf('harbour-courier', 'The Harbour Courier', 'newspaper', 'en'),
  publicationOf('polder-en-plan', 'Polder & Plan', 'magazine', 'nl'),
  publicationOf('marfa-alsabah', 'مرفأ الصباح', 'newspaper', 'ar'),
]
