import { html } from 'hono/html'
import type { Field } from '#search'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { addressOfWords } from './address-of.ts'
import { fieldWord } from './field-names.ts'

/** What can be typed, each as an example that can be followed. */
export function help(
  tongue: Tongue,
  { year, open }: { readonly year: number; readonly open: boolean },
): Html {
  const { say } = tongue
  const [one, other] = [say('search-sample-one'), say('search-sample-other')]
  const field = (name: Field) => fieldWord(say, name)
  const rows: readonly [string, string][] = [
    [`${one} ${other}`, say('search-help-words')],
    [`"${say('search-sample-phrase')}"`, say('search-help-phrase')],
    [`${one} -${other}`, say('search-help-without')],
    [`${field('byline')}:${say('search-sample-name')}`, say('search-help-byline')],
    [`${field('publication')}:${say('search-sample-publication')}`, say('search-help-publication')],
    [`${field('section')}:${say('search-sample-section')}`, say('search-help-section')],
    [`${field('headline')}:${one}`, say('search-help-headline')],
    [`${field('from')}:${year} ${field('to')}:${year}-03`, say('search-help-days')],
  ]
  const drawn = rows.map(
    ([typed, means]) =>
      html`<div><dt><a href="${addressOfWords(tongue, typed)}" rel="nofollow"><bdi>${typed}</bdi></a></dt><dd>${means}</dd></div>`,
  )
  const slash = html`<p class="slash scripted"><label><input type="checkbox">${say('search-slash')}</label></p>`
  return html`<details class="typing" ${open && html`open`}><summary>${say('search-help')}</summary><dl>${drawn}</dl>${slash}</details>`
}
