import { html } from 'hono/html'
import { topicNamed, topics } from '#catalogue'
import { directionOf } from '#ground/language'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { EditPage } from './edit-page.ts'
import { control, errorAt, keptNow } from './fields.ts'
import { typedFrom } from './typed.ts'

/** What the collection is called, what it is about, and who made it. */
export function wordsPart(tongue: Tongue, page: EditPage): Html {
  const { say } = tongue
  const { typed, collection } = page
  const kept = typedFrom(collection, page.zone)
  const speech = html`lang="${typed.language}" dir="${directionOf(collection.language)}"`
  const line = (name: 'title' | 'editor', label: string) =>
    control(tongue, {
      id: `field-${name}`,
      label,
      error: errorAt(tongue, page, name),
      kept: keptNow(page, typed[name], kept[name]),
      draw: (about) =>
        html`<input type="text" id="field-${name}" name="${name}" value="${typed[name]}" required ${name === 'title' ? speech : ''} ${about}>`,
    })
  const introduction = control(tongue, {
    id: 'field-introduction',
    label: say('desk-introduction'),
    error: errorAt(tongue, page, 'introduction'),
    kept: keptNow(page, typed.introduction.replaceAll('\r\n', '\n'), kept.introduction),
    draw: (about) =>
      html`<textarea id="field-introduction" name="introduction" rows="5" required ${speech} ${about}>${typed.introduction}</textarea>`,
  })
  const tick = html`<p class="tick"><label><input type="checkbox" name="everywhere" value="yes" ${typed.everywhere ? html`checked` : ''}><span>${say('desk-everywhere')}</span></label></p>`
  return html`<section><h2>${say('desk-words')}</h2><div>${line('title', say('desk-name'))}${introduction}${line('editor', say('desk-editor'))}${choices(tongue, page)}${tick}</div></section>`
}

function choices(tongue: Tongue, page: EditPage): readonly Html[] {
  const { say, language, compare } = tongue
  const { typed, collection, languages } = page
  const nameOfTopic = (name: string) => {
    const topic = topicNamed(name)
    return topic === null ? say('desk-no-topic') : say(`topic-${topic}`)
  }
  const sorted = topics.toSorted((a, b) => compare(nameOfTopic(a), nameOfTopic(b)))
  const choice = (name: 'language' | 'topic', label: string, options: readonly string[]) => {
    const named = name === 'language' ? language : nameOfTopic
    const now = keptNow(page, typed[name], collection[name] ?? '')
    return control(tongue, {
      id: `field-${name}`,
      label,
      error: name === 'language' ? errorAt(tongue, page, name) : undefined,
      kept: now === undefined ? undefined : named(now),
      draw: (about) =>
        html`<select id="field-${name}" name="${name}" ${about}>${options.map((one) => html`<option value="${one}" ${one === typed[name] ? html`selected` : ''}>${named(one)}</option>`)}</select>`,
    })
  }
  const known = [...new Set([...languages, collection.language])]
  return [
    choice('language', say('desk-language'), known),
    choice('topic', say('desk-topic'), ['', ...sorted]),
  ]
}

/** From when and until when readers see it on the front page. */
export function whenPart(tongue: Tongue, page: EditPage): Html {
  const { say } = tongue
  const { typed, collection, zone } = page
  const kept = typedFrom(collection, zone)
  const moment = (name: 'starts' | 'ends', label: string, hint: string) =>
    control(tongue, {
      id: `field-${name}`,
      label,
      hint,
      error: errorAt(tongue, page, name),
      kept: keptNow(page, typed[name], kept[name]),
      draw: (about) =>
        html`<input id="field-${name}" name="${name}" type="datetime-local" value="${typed[name]}" ${about}>`,
    })
  return html`<section><h2>${say('desk-when')}</h2><div>${moment('starts', say('desk-starts'), say('desk-starts-hint', { zone }))}${moment('ends', say('desk-ends'), say('desk-ends-hint'))}</div></section>`
}
