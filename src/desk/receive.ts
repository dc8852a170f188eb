import type { Clock } from '#ground/clock'
import { StorageFullError } from '#ground/storage-full-error'
import type { Remark } from '#ingest'
import { type Answer, accepted, declined } from './answer.ts'
import { type Batch, type Item, itemName, keptOff, stale } from './batch.ts'
import { keepPictures } from './keep-pictures.ts'
import type { PictureKeeper } from './pictures.ts'
import { readyStory } from './ready-story.ts'
import { type EditionItems, type Sorted, sortItems } from './sort-items.ts'
import type { Press, Printed } from './store.ts'

export interface ReceiveNeeds {
  readonly press: Press
  readonly pictures: PictureKeeper
  readonly clock: Clock
}

/**
 * Takes entries in and answers every one of them, each only after what it says is durable. Stories
 * of one edition come out together.
 */
export async function* receive(needs: ReceiveNeeds, batch: Batch): AsyncGenerator<Answer> {
  const at = needs.clock()
  const sorted = await sortItems(needs.press, batch, at)
  yield* sorted.answers
  yield* guarded(sorted.toHold, () => holdAll(needs, batch, sorted, at))
  for (const item of sorted.toWithdraw) {
    yield* guarded([item], () => withdrawOne(needs, batch, item, at))
  }
  for (const edition of sorted.toPrint) {
    yield* guarded(edition.items, () => printEdition(needs, batch, edition, at))
  }
}

/** A full disk answers for every item that it kept from being stored; the others go on. */
async function* guarded(items: readonly Item[], work: () => Promise<Answer[]>) {
  if (items.length === 0) return
  try {
    yield* await work()
  } catch (error) {
    if (!(error instanceof StorageFullError)) throw error
    for (const item of items) {
      const remark = { code: 'storage.full', message: error.message, where: '' }
      yield declined('refused', [remark], itemName(item))
    }
  }
}

async function holdAll(
  { press }: ReceiveNeeds,
  { publication, door, editionName }: Batch,
  { toHold }: Sorted,
  at: Temporal.Instant,
): Promise<Answer[]> {
  // Nobody says the door again when its hour comes: it goes with the draft.
  const drafts = toHold.map(({ draft, hold, bySender }) => ({
    draft: { ...draft, door: draft.door ?? door },
    bySender,
    until: hold.until,
    because: hold.because,
    editionName,
  }))
  await press.hold(publication.id, drafts, at)
  // That the desk schedules a story is no warning to the desk.
  return toHold.map((item) => {
    const { hold, bySender } = item
    const remarks = bySender ? onceEach([hold.because, ...item.remarks]) : item.remarks
    return accepted('held', itemName(item), { remarks })
  })
}

/** A reader of a format may have said already why it has to be held. */
function onceEach(remarks: readonly Remark[]): Remark[] {
  return [...new Map(remarks.map((one) => [`${one.code} ${one.message}`, one])).values()]
}

async function withdrawOne(
  { press }: ReceiveNeeds,
  { publication }: Batch,
  item: Item,
  at: Temporal.Instant,
): Promise<Answer[]> {
  const gone = await press.cancel(publication.id, item.draft, at)
  const story = item.known?.story?.address ?? null
  const effect = gone ? 'withdrawn' : 'unchanged'
  return [accepted(effect, itemName(item), { remarks: item.remarks, story })]
}

async function printEdition(
  needs: ReceiveNeeds,
  { publication, door, editionName, released = false }: Batch,
  { date, items }: EditionItems,
  at: Temporal.Instant,
): Promise<Answer[]> {
  const made = await inSmallGroups(items, async (item) => {
    const { bodies, remarks } = await keepPictures(needs.pictures, item.draft, item.from)
    const before = item.known?.story?.marks ?? []
    const { draft } = item
    const asked = door ?? item.known?.story?.door ?? null
    const story = readyStory({ publication, draft, bodies, before, door: asked, note: '', at })
    return { item, story, remarks: [...item.remarks, ...remarks] }
  })
  const stories = made.map(({ story }) => story)
  const sheet = { publication, date, editionName }
  const printed = await needs.press.print({ ...sheet, stories, released, at })
  const byKey = new Map(printed.map((line) => [line.key, line]))
  return made.map(({ item, remarks }) => answerFor(item, byKey.get(item.draft.key), remarks))
}

function answerFor(item: Item, line: Printed | undefined, remarks: Item['remarks']): Answer {
  if (line === undefined) return stale(item)
  if (line.effect === 'kept-off') return keptOff(item)
  return accepted(line.effect, itemName(item), { remarks, story: line.address })
}

/** Pictures are fetched and checked meanwhile: a few at a time keep both cores busy. */
const groupSize = 4

async function inSmallGroups<From, To>(
  items: readonly From[],
  work: (item: From) => Promise<To>,
): Promise<To[]> {
  const done: To[] = []
  for (let from = 0; from < items.length; from += groupSize) {
    done.push(...(await Promise.all(items.slice(from, from + groupSize).map(work))))
  }
  return done
}
