import type { WebSettings } from './needs.ts'

/** A stand of which nobody said anything special. */
export const plainSettings: WebSettings = {
  name: 'The Corner Stand',
  publicUrl: new URL('https://stand.example'),
  sourceUrl: new URL('https://stand.example/source'),
  language: 'en',
  timeZone: 'Europe/Amsterdam',
  pseudoLocales: false,
  pageCache: true,
  paysAt: [],
  proxies: [],
  operator: '',
  contact: null,
  vat: 'unsaid',
}
