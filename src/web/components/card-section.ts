import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import type { Tongue } from '../languages/tongue.ts'
import { type Html, inBytes, textOf } from '../page.ts'
import { type CardPlace, card, marksOpenIn } from './card.ts'

/** Cards under a title, as bytes: a page that shows them pays for a copy, not for drawing them. */
export interface CardSection {
  /** All but the card of this story; nothing at all when no other card is left. */
  without(storyId: string): readonly Uint8Array[]
}

interface Frame {
  readonly title: string
  readonly place: CardPlace
  readonly more: Html
}

export type DrawSection = (tongue: Tongue, stories: readonly StoryCard[]) => CardSection

export function cardSection(
  tongue: Tongue,
  stories: readonly StoryCard[],
  { title, place, more }: Frame,
): CardSection {
  const head = html`<section class="more"><h2>${title}</h2><ul class="cards">`
  const around = { marksOpen: marksOpenIn(stories) }
  const cards = stories.map((story) => card(tongue, story, place, around))
  const foot = html`</ul><p class="onward">${more}</p></section>`
  const whole = inBytes([head, ...cards, foot])

  const places = new Map<string, readonly [from: number, to: number]>()
  let from = sizeOf(head)
  for (const [index, drawn] of cards.entries()) {
    const to = from + sizeOf(drawn)
    places.set(stories[index]?.id ?? '', [from, to])
    from = to
  }
  return {
    without: (storyId) => {
      const place = places.get(storyId)
      if (places.size === (place === undefined ? 0 : 1)) return []
      return place === undefined ? [whole] : [whole.subarray(0, place[0]), whole.subarray(place[1])]
    },
  }
}

/** In bytes. */
const sizeOf = (markup: Html) => Buffer.byteLength(textOf(markup))

/** Draws the section of a list once a language, for as long as the list itself is remembered. */
export function drawnOnce(draw: DrawSection): DrawSection {
  const drawn = new WeakMap<readonly StoryCard[], Map<Tongue, CardSection>>()
  return (tongue, stories) => {
    const known = drawn.get(stories) ?? new Map<Tongue, CardSection>()
    const section = known.get(tongue) ?? draw(tongue, stories)
    drawn.set(stories, known.set(tongue, section))
    return section
  }
}
