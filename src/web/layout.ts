import { html } from 'hono/html'
import { baseLanguage } from '#ground/language'
import { addresses, inLocale, patternOf } from './addresses.ts'
import type { Assets } from './assets.ts'
import { beforePaint } from './before-paint.ts'
import { type Bar, barIn } from './components/bar.ts'
import { type Foot, footIn, onPaper } from './components/foot.ts'
import { headOf } from './components/head.ts'
import { inOnePiece } from './components/story-text.ts'
import { localesOf } from './languages/locales.ts'
import type { Tongue } from './languages/tongue.ts'
import type { Subject } from './machines/subject.ts'
import type { WebSettings } from './needs.ts'
import type { Html, Piece } from './page.ts'
import { paper } from './paper.ts'

/** What a page is, apart from what all pages have. */
export interface Sheet {
  readonly title: string
  /** Without one the page has no description: it never comes from the rest of a story. */
  readonly description?: string
  /** Its address in this language; null for a notice, which belongs to no address. */
  readonly path: string | null
  /** True for a page that search engines walk through and do not list. */
  readonly unlisted?: boolean
  /** The language of most of its text, when that is not the page's: its font is fetched early. */
  readonly language?: string
  /** Names the page for the style sheet. */
  readonly kind: 'front' | 'list' | 'edition' | 'story' | 'plain' | 'reading' | 'notice'
  /** A style sheet of its own, by the name of the asset. */
  readonly styles?: string
  /** An absolute path. */
  readonly picture?: string
  /** What the page is about, for programs that read it. */
  readonly subject?: Subject
  readonly body: Html
  /** What follows it and stands on other pages too: ready bytes. */
  readonly lists?: readonly Uint8Array[]
}

export type Layout = (tongue: Tongue, sheet: Sheet) => readonly Piece[]

/**
 * Puts the head, the bar and the foot around a page; what never changes is made once a language.
 * @param invite the one call to action in the bar, for strangers; it is the same on every page
 */
export function layout(
  settings: WebSettings,
  assets: Assets,
  invite: (tongue: Tongue) => Html | '' = () => '',
): Layout {
  const frames = new Map<Tongue, Frame>()
  const frameOf = (tongue: Tongue): Frame => {
    const frame = frames.get(tongue) ?? makeFrame(tongue, settings, assets)
    frames.set(tongue, frame)
    return frame
  }
  return (tongue, sheet) => {
    const { locale } = tongue
    const { head, bar, foot } = frameOf(tongue)
    const links = languageLinks(sheet.path ?? '/', tongue, settings)
    const address = sheet.kind === 'story' && onPaper(settings.publicUrl.origin + sheet.path)
    const title =
      sheet.title === settings.name
        ? sheet.title
        : tongue.say('page-of-stand', { page: sheet.title, stand: settings.name })
    const above = html`<!doctype html>
<html lang="${locale.name}" dir="${locale.direction}"><head ${sheet.kind === 'story' ? chosenFaces(assets) : ''}><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1">${head}${sheet.styles ? styleLink(assets.address(sheet.styles)) : ''}${fontFor(sheet.language ?? locale.name, assets)}${headOf({ settings, tongue, mark: assets.address('icon-512.png') }, sheet)}</head>
<body class="on-${sheet.kind}">${bar.name}${bar.main(sheet.path?.replace(/\?.*/, '') ?? null)}${bar.languages(links)}${bar.display}${bar.entrance(returnTo(sheet), invite(tongue))}<main id="text">${sheet.body}`
    const below = html`</main>${foot.languages(links)}${foot.pages}${address}</footer></body></html>`
    return [above, ...(sheet.lists ?? []), below]
  }
}

const signIn = new RegExp(`${patternOf(addresses.signIn).source.slice(0, -1)}(?:/|$)`)

/** Where to go on after signing in from this page: in a story, where its lead ended. */
function returnTo({ path, kind }: Sheet): string | null {
  if (path === null || signIn.test(path.replace(/\?.*/, ''))) return null
  return kind === 'story' ? `${path}#rest` : path
}

/** What a language has on all pages: made once. */
interface Frame {
  readonly head: Html
  readonly bar: Bar
  readonly foot: Foot
}

function makeFrame(tongue: Tongue, settings: WebSettings, assets: Assets): Frame {
  const bar = barIn(tongue, settings)
  const foot = footIn(tongue, settings)
  return {
    head: inOnePiece(headFor(assets, settings.name)),
    bar: { ...bar, name: inOnePiece(bar.name), display: inOnePiece(bar.display) },
    foot: { ...foot, pages: inOnePiece(foot.pages) },
  }
}

/** The script comes first: what it says decides how the rest is painted. */
function headFor(assets: Assets, stand: string): Html {
  const { light, dark } = paper
  const search = html`<link rel="search" type="application/opensearchdescription+xml" title="${stand}" href="${addresses.openSearch}">`
  return html`<script>${beforePaint}</script><link rel="stylesheet" href="${assets.address('stand.css')}"><script type="module" src="${assets.address('stand.js')}"></script><meta name="color-scheme" content="light dark"><meta name="theme-color" content="${light}" media="(prefers-color-scheme: light)"><meta name="theme-color" content="${dark}" media="(prefers-color-scheme: dark)"><link rel="icon" href="${assets.address('icon.svg')}" type="image/svg+xml"><link rel="apple-touch-icon" href="${assets.address('icon-180.png')}"><link rel="manifest" href="${addresses.manifest}">${search}`
}

const styleLink = (address: string) => html`<link rel="stylesheet" href="${address}">`

/** Of the fonts that a page in this language needs, those that it cannot begin without. */
function fontFor(language: string, assets: Assets): Html {
  const fonts = language === 'ar-XB' ? latin : (fontsOf[baseLanguage(language)] ?? latin)
  return html`${fonts.map((name) => html`<link rel="preload" href="${assets.address(`${name}.woff2`)}" as="font" type="font/woff2" crossorigin>`)}`
}

/** Where the script in the head finds what a reader may have chosen: stories alone are set in them. */
function chosenFaces(assets: Assets): Html {
  const found = (...names: string[]) =>
    names.map((name) => assets.address(`${name}.woff2`)).join(' ')
  return html`data-hyperlegible="${found('hyperlegible')}" data-dyslexic="${found('dyslexic', 'dyslexic-bold')}"`
}

const latin = ['newsreader-latin']
const persian = ['naskh-persian', 'naskh-borrowed']
const fontsOf: Readonly<Record<string, readonly string[]>> = {
  ar: ['naskh', 'naskh-borrowed'],
  fa: persian,
  ur: persian,
  ps: persian,
}

/** The same page in every language, for the bar and for the foot. */
function languageLinks(path: string, tongue: Tongue, settings: WebSettings): Html {
  const links = localesOf(settings).map(({ name, ownName }) => {
    const here = name === tongue.locale.name ? html`aria-current="true"` : ''
    return html`<li><a href="${inLocale(path, name)}" hreflang="${name}" lang="${name}" ${here}>${ownName}</a></li>`
  })
  return inOnePiece(html`${links}`)
}
