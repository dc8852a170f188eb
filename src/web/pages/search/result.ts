import { html } from 'hono/html'
import { type Around, factsOf, storyLink } from '../../components/card.ts'
import { isShowable, pictureBeside } from '../../components/picture.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { Hit } from './hits.ts'
import type { Snippet } from './snippet.ts'

/** A story that was found: a card in which the words of the question are marked. */
export function result(tongue: Tongue, hit: Hit, around: Around): Html {
  const { story, headline, words, byline } = hit
  const speech = spokenIn(story.language, story.direction)
  const said = words && html`<p class="standfirst" ${speech}>${marked(words)}</p>`
  const by = byline && html`<p class="by"><bdi ${speech}>${marked(byline)}</bdi></p>`
  const picture =
    isShowable(story.picture) &&
    html`<div class="thumb">${pictureBeside(story.picture, { sizes: '7rem' })}</div>`
  return html`<li class="card"><div class="words"><h3 class="headline" ${speech}><a href="${storyLink(tongue, story)}">${marked(headline)}</a></h3>${said}${by}${factsOf(tongue, story, 'found', around)}</div>${picture}</li>`
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
