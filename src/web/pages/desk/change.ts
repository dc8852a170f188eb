import type { Context } from 'hono'
import type { Chosen, Collection } from '#catalogue'
import { stateOf } from '#catalogue'
import { moved, withAddedMeanwhile, withWords } from '#desk'
import { addresses, href } from '../../addresses.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn as formOf } from '../../reader/asking.ts'
import type { Visit } from '../../visit.ts'
import { sendEdit } from './edit.ts'
import type { EditFault, EditPage } from './edit-page.ts'
import type { ShowToEditor } from './for-editors.ts'
import { storyMeant } from './story-meant.ts'
import { type Moments, momentsOf, type Typed, typedIn, wordsFrom } from './typed.ts'

/**
 * Keeps what was typed, and does what the button says, both or neither. Nothing typed is lost: with a
 * fault, or when somebody else was faster, the form comes back as it was sent.
 */
export function changeCollection(needs: PageNeeds): ShowToEditor {
  const { collectionDesk, clock, settings } = needs
  return async (c) => {
    const collection = await collectionDesk.byId(c.req.param('id') ?? '')
    if (collection === null) return c.notFound()
    const read = await formOf(c)
    const [does = '', storyId = ''] = read('does').split(' ')
    const given = typedIn(read)
    const { chosen, faults: added } = await choiceAfter(needs, given, { does, storyId })
    const typed = { ...given, chosen }
    if (given.revision !== collection.revision) return sendMeanwhile(c, needs, collection, given)

    const moments = turned(momentsOf(typed, collection, settings.timeZone), does, clock())
    const { starts, ends } = moments
    const faults: EditPage['faults'][number][] = [...added]
    if (starts === 'no-date') faults.push({ at: 'starts', why: 'no-date' })
    if (ends === 'no-date') faults.push({ at: 'ends', why: 'no-date' })
    const plain = {
      starts: starts === 'no-date' ? null : starts,
      ends: ends === 'no-date' ? null : ends,
    }
    const made = withWords(collection, wordsFrom(typed, plain), clock())
    if (!made.ok || faults.length > 0) {
      const all = [...faults, ...(made.ok ? [] : made.reason)]
      return sendEdit(c, needs, { collection, typed: { ...given, chosen }, faults: all }, 422)
    }
    if (!isSame(made.value, collection)) {
      const kept = await collectionDesk.replace(made.value)
      if (!kept.ok) {
        const now = await collectionDesk.byId(collection.id)
        return now === null ? c.notFound() : sendMeanwhile(c, needs, now, given)
      }
    }
    return c.redirect(whereAfter(collection, { does, storyId, find: given.find }), 303)
  }
}

interface Deed {
  readonly does: string
  readonly storyId: string
}

/** The stories after a deed, and why a story could not be added. */
async function choiceAfter(
  needs: PageNeeds,
  typed: Typed,
  { does, storyId }: Deed,
): Promise<{ readonly chosen: readonly Chosen[]; readonly faults: readonly EditFault[] }> {
  const { chosen } = typed
  if (does === 'up' || does === 'down') return { chosen: moved(chosen, storyId, does), faults: [] }
  if (does === 'remove') {
    return { chosen: chosen.filter((one) => one.storyId !== storyId), faults: [] }
  }
  if (does !== 'add') return { chosen, faults: [] }
  const id = await storyMeant(needs, typed)
  const reason = typed.reason.trim()
  const fault = (why: 'no-story' | 'chosen' | 'missing') => [{ at: 'add', why } as const]
  if (id === null) return { chosen, faults: fault('no-story') }
  if (chosen.some((one) => one.storyId === id)) return { chosen, faults: fault('chosen') }
  if (reason === '') return { chosen, faults: fault('missing') }
  return { chosen: [...chosen, { storyId: id, reason }], faults: [] }
}

/** What a button does to when readers see it. */
function turned(moments: Moments, does: string, at: Temporal.Instant): Moments {
  const { starts, ends } = moments
  if (does === 'draft') return { starts: null, ends: null }
  if (starts === 'no-date' || ends === 'no-date') return moments
  if (does === 'publish' && stateOf({ starts, ends }, at) !== 'running') {
    const isOver = ends !== null && Temporal.Instant.compare(ends, at) <= 0
    return { starts: at, ends: isOver ? null : ends }
  }
  return does === 'end' ? { starts, ends: at } : moments
}

/** Two editors at once: this one is told, and sees both. */
function sendMeanwhile(
  c: Context<Visit>,
  needs: PageNeeds,
  collection: Collection,
  typed: Typed,
): Promise<Response> {
  const chosen = withAddedMeanwhile(typed.chosen, collection.chosen)
  const own = new Set(typed.chosen.map(({ storyId }) => storyId))
  const addedByOther = chosen.flatMap(({ storyId }) => (own.has(storyId) ? [] : storyId))
  const again = { ...typed, chosen, revision: collection.revision }
  return sendEdit(c, needs, { collection, typed: again, meanwhile: true, addedByOther }, 409)
}

/** A change of nothing is none, and makes nobody else's form old. */
function isSame(one: Collection, other: Collection): boolean {
  const facts = ({ changedAt: _, ...said }: Collection) =>
    JSON.stringify(Object.entries(said).toSorted(([a], [b]) => a.localeCompare(b)))
  return facts(one) === facts(other)
}

function whereAfter({ id }: Collection, { does, storyId, find }: Deed & { find: string }): string {
  const page = href(addresses.deskCollection, { id })
  const after = (question: Record<string, string>, hash = '') =>
    `${page}?${new URLSearchParams(question)}${hash}`
  // No hash: what an address points at keeps a browser from standing on the button again.
  if (does === 'up' || does === 'down') return after({ at: `${does} ${storyId}` })
  if (find !== '' && does !== 'add') return after({ find }, '#add')
  return after({ done: does === 'publish' ? 'published' : 'saved' })
}
