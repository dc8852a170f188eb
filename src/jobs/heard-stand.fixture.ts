import { type Block, defaultPermits, type Permits } from '#catalogue'
import type { Happening, Outbox } from '#desk'
import type { HeardStoryNeeds } from './heard-story.ts'

export const paragraph = (id: string, html: string): Block => ({ id, kind: 'paragraph', html })

/** A stand of stories that are told in blocks, a lead of one and the rest. */
export function heardStand() {
  const stories = new Map<string, { revision: number; blocks: readonly Block[] }>()
  const lines: Happening[] = []
  const state = { permits: defaultPermits as Permits }
  const storyOf = (id: string) => ({
    id,
    slug: id,
    editionSlug: '2031-04-02',
    editionDate: Temporal.PlainDate.from('2031-04-02'),
    publicationSlug: 'tide',
    publicationId: 'p-tide',
    language: 'en',
    headline: `Low water ${id}`,
    standfirst: '',
    bylines: [],
    corrections: [],
    revision: stories.get(id)?.revision ?? 0,
  })
  const blocksOf = (id: string) => stories.get(id)?.blocks ?? []
  const outbox: Outbox = {
    last: async () => lines.length,
    after: async (position, most) =>
      lines.slice(position, position + most).map((happening, index) => ({
        position: position + index + 1,
        at: Temporal.Instant.from('2031-04-02T12:00:00Z'),
        happening,
      })),
  }
  const needs = {
    outbox,
    stories: {
      byIds: async (ids: readonly string[]) =>
        new Map(ids.filter((id) => stories.has(id)).map((id) => [id, storyOf(id)])),
      byAddress: async ({ story }: { story: string }) =>
        stories.has(story) ? storyOf(story) : 'withdrawn',
    },
    publications: { bySlug: async () => ({ permits: state.permits }) },
    leads: { blocksOf: async (id: string) => blocksOf(id).slice(0, 1) },
    rests: { of: async () => '', blocksOf: async (id: string) => blocksOf(id).slice(1) },
    // Only what the jobs look at is there.
  } as unknown as HeardStoryNeeds & { readonly outbox: Outbox }
  const tell = (kind: Happening['kind'], id: string) =>
    void lines.push({ kind, publication: 'tide', stories: [id] })
  return {
    needs,
    state,
    print(id: string, ...words: readonly string[]) {
      const blocks = words.map((html, index) => paragraph(`b${index + 1}`, html))
      stories.set(id, { revision: (stories.get(id)?.revision ?? 0) + 1, blocks })
      tell('printed', id)
    },
    withdraw(id: string) {
      stories.delete(id)
      tell('withdrawn', id)
    },
    revisionOf: (id: string) => stories.get(id)?.revision ?? null,
  }
}
