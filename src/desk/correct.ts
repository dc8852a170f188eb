import type { StoryAddress } from '#catalogue'
import { bad, good, type Outcome } from '#ground/outcome'
import type { Draft, Remark } from '#ingest'
import { keepPictures } from './keep-pictures.ts'
import { readyStory } from './ready-story.ts'
import type { ReceiveNeeds } from './receive.ts'

export interface Correcting {
  readonly address: StoryAddress
  /** What was changed, for the reader. */
  readonly note: string
  /** The whole story as it has to be from now on. */
  readonly draft: Draft
  /** The file the draft came from, for its pictures. */
  readonly from: string
}

/**
 * Prints a new revision of a story with a visible note. What the sender sent stays the known
 * version, so that the next delivery of the same does not undo the correction.
 * @returns what there is to say of its pictures
 */
export async function correctStory(
  { press, pictures, clock }: ReceiveNeeds,
  { address, note, draft: given, from }: Correcting,
): Promise<Outcome<readonly Remark[], 'no-such-story' | 'withdrawn' | 'no-note'>> {
  if (note.trim() === '') return bad('no-note')
  const found = await press.find(address)
  if (found?.known.story == null) return bad('no-such-story')
  if (found.known.story.withdrawnBy !== null) return bad('withdrawn')

  const { publication, key, known } = found
  const draft = { ...given, key, digest: known.digest, version: known.version }
  const { bodies, remarks } = await keepPictures(pictures, draft, from)
  const { marks: before, door } = found.known.story
  const at = clock()
  const story = readyStory({ publication, draft, bodies, before, door, note, at })
  const { editionDate: date, editionName } = found
  await press.print({ publication, date, editionName, stories: [story], released: false, at })
  return good(remarks)
}

/** Takes a story off the stand for good: no later delivery brings it back. */
export async function withdrawStory(
  { press, clock }: Pick<ReceiveNeeds, 'press' | 'clock'>,
  address: StoryAddress,
): Promise<Outcome<'withdrawn', 'no-such-story' | 'withdrawn'>> {
  const found = await press.find(address)
  if (found === null) return bad('no-such-story')
  const gone = await press.withdraw(found, clock())
  return gone ? good('withdrawn') : bad('withdrawn')
}
