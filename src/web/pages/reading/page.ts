import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { icon } from '../../components/icon.ts'
import { presetNames, presets, readingChoices, themes } from '../../islands/reading-choices.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { sizeWords } from './size-words.ts'

/**
 * How a reader wants stories set. The page is for every page of the stand; a story brings its form
 * into a sheet of its own. Nothing here works without a script, and then it says so instead.
 */
export function readingSheet(tongue: Tongue): Sheet {
  const { say, locale } = tongue
  const title = say('reading-settings')
  return {
    title,
    description: say('reading-intro'),
    path: href(addresses.readingSettings, { locale: locale.name }),
    unlisted: true,
    kind: 'reading',
    body: html`<div class="plain"><header><h1>${title}</h1><p class="standfirst">${say('reading-intro')}</p></header><p class="unscripted">${say('reading-needs-script')}</p>${form(tongue)}<button type="button" class="close" id="reading-close" aria-label="${say('close')}" hidden>${icon('close')}</button></div>`,
  }
}

function form(tongue: Tongue): Html {
  const { say } = tongue
  return html`<div id="reading-settings" class="settings" data-island="settings">${sampleIn(tongue)}${ready(tongue)}${size(tongue)}${radios(tongue, 'face', 'typeface', faces(tongue))}<p class="latin">${say('face-latin-only')}</p>${spacing(tongue)}${radios(tongue, 'align', 'alignment', alignments(tongue))}<label class="check"><input type="checkbox" name="hyphens" checked>${say('hyphenation')}</label>${radios(tongue, 'colours', 'theme', colours(tongue))}<p class="hint">${say('reading-kept')}</p></div>`
}

/** Shows what is chosen where the story does not, or is hidden. */
function sampleIn({ say }: Tongue): Html {
  return html`<div class="sample"><p class="text">${say('reading-sample')}</p></div>`
}

function ready({ say }: Tongue): Html {
  const buttons = presetNames.map(
    (name) =>
      html`<button type="button" class="button" data-preset data-words="${presets[name]}">${say(`preset-${name}`)}</button>`,
  )
  return html`<fieldset><legend>${say('reading-presets')}</legend><div class="presets">${buttons}<button type="button" class="link" data-does="reset" data-words="">${say('reading-reset')}</button></div></fieldset>`
}

function size(tongue: Tongue): Html {
  const { say } = tongue
  const words = sizeWords(tongue)
  return html`<div class="slide"><label for="reading-size">${say('text-size')}</label><output for="reading-size">${words[readingChoices.size.values.indexOf('100')]}</output><div class="stepped"><button type="button" data-by="-1">${stepSign(tongue, 'smaller')}</button>${slider('size', words)}<button type="button" data-by="1">${stepSign(tongue, 'larger')}</button></div><button type="button" class="link" data-does="elsewhere" hidden>${say('reading-use-elsewhere')}</button></div>`
}

/** "A−", which a screen reader is told in words. */
export function stepSign({ say }: Tongue, which: 'smaller' | 'larger'): Html {
  return html`<span aria-hidden="true">${say(`text-${which}-sign`)}</span><span class="unseen">${say(`text-${which}`)}</span>`
}

function slider(name: keyof typeof readingChoices, words: readonly string[]): Html {
  const values: readonly string[] = readingChoices[name].values
  const at = values.indexOf(readingChoices[name].usual)
  return html`<input type="range" id="reading-${name}" name="${name}" min="0" max="${values.length - 1}" value="${at}" aria-valuetext="${words[at]}" data-values="${values.join(' ')}" data-words="${words.join('|')}">`
}

function spacing({ say }: Tongue): readonly Html[] {
  const more = [say('step-usual'), say('step-more'), say('step-most')]
  const both = [say('step-less'), ...more]
  const rows = [
    { name: 'line', label: 'line-height', words: both },
    { name: 'width', label: 'text-width', words: both },
    { name: 'letter', label: 'letter-spacing', words: more },
    { name: 'word', label: 'word-spacing', words: more },
    { name: 'paragraph', label: 'paragraph-spacing', words: more },
  ] as const
  return rows.map(
    ({ name, label, words }) =>
      html`<div class="slide ${name}"><label for="reading-${name}">${say(label)}</label><output for="reading-${name}">${say('step-usual')}</output>${slider(name, words)}</div>`,
  )
}

interface Radio {
  readonly value: string
  readonly says: string
  readonly shown?: Html
}

function radios(
  { say }: Tongue,
  name: string,
  legend: 'typeface' | 'alignment' | 'theme',
  all: readonly Radio[],
): Html {
  const drawn = all.map(
    ({ value, says, shown = '' }, at) =>
      html`<label><input type="radio" name="${name}" value="${value}" ${at === 0 ? 'checked' : ''}>${says}${shown}</label>`,
  )
  return html`<fieldset class="choice of-${name}"><legend>${say(legend)}</legend><div>${drawn}</div></fieldset>`
}

const faces = ({ say }: Tongue) =>
  readingChoices.face.values.map((value) => ({ value, says: say(`face-${value}`) }))

const alignments = ({ say }: Tongue) =>
  readingChoices.align.values.map((value) => ({ value, says: say(`align-${value}`) }))

const colours = ({ say }: Tongue) =>
  themes.map((value) => ({
    value,
    says: say(`theme-${value}`),
    shown: html`<span class="swatch" data-theme="${value}" aria-hidden="true">${say('theme-letters')}</span>`,
  }))
