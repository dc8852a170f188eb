import type { StoryAddress } from '#catalogue'
import { withdrawStory } from '#desk'
import { type Call, UsageError } from './call.ts'
import { namesIn } from './story-name.ts'

/** `kiosk withdraw <story>`, or with `--all` everything of an edition or a publication. */
export async function withdraw(call: Call): Promise<number> {
  const [given, ...more] = call.words
  if (given === undefined || more.length > 0) {
    throw new UsageError('Name one story: kiosk withdraw publication/edition/story')
  }
  const [publication = '', edition, story] = namesIn(given)
  if (edition !== undefined && story !== undefined) {
    return withdrawOne(call, { publication, edition, story })
  }
  if (call.options.all !== true) {
    throw new UsageError(`"${given}" is more than one story: say --all to withdraw all of it`)
  }
  const stories = await storiesOf(call, publication, edition)
  if (stories.length === 0) {
    process.stderr.write(`Nothing of "${given}" is on the stand.\n`)
    return 1
  }
  for (const address of stories) await withdrawOne(call, address)
  return 0
}

async function withdrawOne({ stand }: Call, address: StoryAddress): Promise<number> {
  const name = `${address.publication}/${address.edition}/${address.story}`
  const done = await withdrawStory(stand.desk, address)
  if (done.ok) process.stdout.write(`Withdrawn: ${name}\n`)
  else {
    const why =
      done.reason === 'withdrawn' ? 'was withdrawn before' : 'is not on the stand, and never was'
    process.stderr.write(`"${name}" ${why}.\n`)
  }
  return done.ok ? 0 : 1
}

/** More stories than a publication has. */
const all = 10_000_000

async function storiesOf(
  { stand }: Call,
  slug: string,
  editionSlug: string | undefined,
): Promise<StoryAddress[]> {
  const publication = await stand.publications.bySlug(slug)
  if (publication === null) return []
  const cards = await stand.stories.latestOf(publication.id, all)
  return cards
    .filter((card) => editionSlug === undefined || card.editionSlug === editionSlug)
    .map((card) => ({ publication: slug, edition: card.editionSlug, story: card.slug }))
}
