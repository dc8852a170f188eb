import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { StoryCard } from '#catalogue'
import { languageName } from '#translate'
import { addresses, href } from '#web'
import { type OpenStand, openDemoStand } from './demo.fixture.ts'

const inLanguage = (story: StoryCard, language: string) =>
  href(addresses.storyIn, {
    locale: 'en',
    publication: story.publicationSlug,
    edition: story.editionSlug,
    story: story.slug,
    language: languageName(language),
  })

let demo: OpenStand
before(async () => {
  demo = await openDemoStand()
})
after(() => demo[Symbol.asyncDispose]())

/** Every story that a person translated, with the story it was made from. */
async function pairs(): Promise<readonly (readonly [StoryCard, StoryCard])[]> {
  const { stories } = demo.stand
  const translated = (await stories.newest(1_000)).filter((one) => one.translatedFrom !== null)
  const found = translated.map(async (card) => {
    const story = await stories.byAddress({
      publication: card.publicationSlug,
      edition: card.editionSlug,
      story: card.slug,
    })
    assert.ok(story !== null && story !== 'withdrawn', card.slug)
    const others = await stories.translationsOf(story)
    const original = others.find(({ language }) => language === card.translatedFrom)
    return original === undefined ? [] : [[original, card] as const]
  })
  return (await Promise.all(found)).flat()
}

describe('the translations on the demo stand', { timeout: 120_000 }, () => {
  it('stand beside their originals, paragraph by paragraph, and the other way round', async () => {
    const all = await pairs()
    assert.ok(all.length >= 9, `${all.length} pairs`)
    const both = all.flatMap(([original, card]) => [
      [original, card] as const,
      [card, original] as const,
    ])
    for (const [story, other] of both) {
      const answer = await fetch(`${demo.origin}${inLanguage(story, other.language)}?view=beside`)
      const page = await answer.text()
      assert.equal(answer.status, 200, story.slug)
      const text = page.slice(page.indexOf('<div class="text"'))
      assert.ok(
        text.startsWith(`<div class="text" lang="${other.language}" dir="${other.direction}"`),
      )
      const blocks = [...text.matchAll(/<(?:p|h[234]|blockquote|ul|ol) id="(?!original-)[^"]+"/g)]
      const sources = [...text.matchAll(/<div class="source[^"]*" lang="([^"]*)" dir="([^"]*)"/g)]
      assert.ok(blocks.length >= 3, `${story.slug}: ${blocks.length} blocks`)
      assert.ok(sources.length >= 0.5 * blocks.length, `${story.slug}: ${sources.length} originals`)
      for (const [, language, direction] of sources) {
        assert.deepEqual([language, direction], [story.language, story.direction], story.slug)
      }
    }
  })

  it('are what readers of their language are offered first, by a person', async () => {
    for (const [original, card] of await pairs()) {
      const path = inLanguage(original, card.language).replace(/\/in\/.*/, '')
      const page = await (await fetch(demo.origin + path)).text()
      const [, first] = /<ul class="readings"><li>(.*?)<\/li>/.exec(page) ?? []
      assert.match(first ?? '', /by a person|the original/, path)
    }
  })
})
