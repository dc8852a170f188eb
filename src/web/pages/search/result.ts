import { html } from 'hono/html'
import { type Around, factsOf, storyLink } from '../../components/card.ts'
import { keeping, listLink, saveButton } from '../../components/keeping.ts'
import { isShowable, pictureBeside } from '../../components/picture.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { FoldedHit } from './fold.ts'
import type { Snippet } from './snippet.ts'

interface AroundResult extends Around {
  /** Of the stories that were found, those that the reader has saved; null where nobody can save. */
  readonly saved: ReadonlySet<string> | null
  /** The path of the page. */
  readonly at: string
}

/** A story that was found: a card in which the words of the question are marked. */
export function result(
  tongue: Tongue,
  hit: FoldedHit,
  { saved, at, ...around }: AroundResult,
): Html {
  const { story, headline, words, byline } = hit
  const speech = spokenIn(story.language, story.direction)
  const said = words && html`<p class="standfirst" ${speech}>${marked(words)}</p>`
  const by = byline && html`<p class="by"><bdi ${speech}>${marked(byline)}</bdi></p>`
  const picture =
    isShowable(story.picture) &&
    html`<div class="thumb">${pictureBeside(story.picture, { sizes: '7rem' })}</div>`
  const facts = factsOf(tongue, story, 'found', around)
  const isOn = saved?.has(story.id)
  const foot =
    isOn === undefined
      ? facts
      : html`<div class="with-save">${facts}${keeping(tongue, 'story', at, html`${listLink(tongue, story, at, { named: true })}${saveButton(tongue, story, { isOn, named: true })}`)}</div>`
  return html`<li class="card"><div class="words"><h3 class="headline" ${speech}><a href="${storyLink(tongue, story)}">${marked(headline)}</a></h3>${said}${by}${foot}${alsoIn(tongue, hit, around)}</div>${picture}</li>`
}

/** The same report in other publications, out of the way until somebody wants it. */
function alsoIn(tongue: Tongue, { also }: FoldedHit, around: Around): Html | '' {
  if (also.length === 0) return ''
  const items = also.map((story) => {
    const speech = spokenIn(story.language, story.direction)
    const facts = factsOf(tongue, story, 'found', { ...around, marksOpen: true })
    return html`<li><a href="${storyLink(tongue, story)}" ${speech}>${story.headline}</a>${facts}</li>`
  })
  return html`<details class="also"><summary>${tongue.say('also-in-count', { count: also.length })}</summary><ul>${items}</ul></details>`
}

function marked({ text, marks }: Snippet): Html {
  let at = 0
  const pieces = marks.map(({ from, to }) => {
    const plain = text.slice(at, from)
    at = to
    return html`${plain}<mark>${text.slice(from, to)}</mark>`
  })
  return html`${pieces}${text.slice(at)}`
}
