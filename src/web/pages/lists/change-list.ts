import { moved } from '#desk'
import { bad, good, type Outcome } from '#ground/outcome'
import {
  asPrivate,
  asShared,
  inOrder,
  type ListFault,
  type ListWords,
  listRules,
  mergedWords,
  type ReaderList,
  withinBars,
  withListWords,
  withNotes,
  withoutListed,
  wordsOfList,
} from '#reading'
import { addresses } from '../../addresses.ts'
import type { Page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { forReader } from '../account/for-reader.ts'
import { listAt } from './list-at.ts'
import { sendList } from './show-list.ts'

const bytesOfCharacter = 3
const bytesAround = 400

/**
 * What the form of a full list takes at most, with notes as long as they may be typed: of each story
 * its note, its id thrice and what a browser writes around a field.
 */
export const mostBytesOfList =
  listRules.stories * (listRules.longest.note * 2 * bytesOfCharacter + bytesAround)

/** Keeps what was typed and does what the button says, both or neither. */
export function changeList(needs: PageNeeds): Page {
  const { theirs, clock, accounts } = needs
  return forReader(addresses.list, async (c, { reader }) => {
    const id = c.req.param('list') ?? ''
    const read = await typedIn(c)
    const [does = '', storyId = ''] = read('does').split(' ')
    const at = clock()
    const idsIn = (name: string) =>
      read(name)
        .split(' ')
        .filter((one) => one !== '')
    const order = idsIn('order')
    const typed: ListWords = {
      title: read('title'),
      why: read('why'),
      notes: new Map([...order, ...idsIn('gone')].map((one) => [one, read(`note ${one}`)])),
    }

    const seen = read('seen')
    const bars = await theirs.lists.bars(reader.id)
    const made = await theirs.lists.change(reader.id, id, (list): Changed => {
      if (does === 'unshare') return good(asPrivate(list, at))
      if (does === 'share') {
        const shared = asShared(list, accounts.keys, { name: read('name'), at, bars })
        if (shared.ok) return shared
        // Whoever runs the stand ended it: the page says so.
        return shared.reason === 'barred' ? good(withinBars(list, bars, at)) : bad([shared.reason])
      }
      const { words, faults: all } = mergedWords(list, typed, seen)
      // Who takes a story off as well has no question about its note.
      const isAsked = ({ why, ...fault }: ListFault) =>
        why !== 'gone' || does !== 'remove' || fault.storyId !== storyId
      const written = withTyped(list, words, { at, faults: all.filter(isAsked) })
      if (!written.ok) return written
      const after = afterDeed(inOrder(written.value, order, at), { does, storyId, at })
      return good(withinBars(after, bars, at))
    })
    if (!made.ok) {
      const list = made.reason === 'missing' ? null : await theirs.lists.byId(reader.id, id)
      if (list === null || made.reason === 'missing') return c.notFound()
      const shown = does === 'share' ? wordsOfList(list) : mergedWords(list, typed, seen).words
      return sendList(c, needs, list, { typed: shown, faults: made.reason })
    }
    const page = listAt(c.get('tongue'), id)
    if (does === 'up' || does === 'down') {
      return c.redirect(`${page}?${new URLSearchParams({ at: `${does} ${storyId}` })}`, 303)
    }
    if (does !== 'share' && does !== 'unshare') return c.redirect(`${page}?done=saved`, 303)
    const done = made.value.sharing === null ? 'unshared' : 'shared'
    return c.redirect(`${page}?done=${done}#share`, 303)
  })
}

type Changed = Outcome<ReaderList, readonly ListFault[]>

/** Every fault of the words and the notes at once. */
function withTyped(
  list: ReaderList,
  typed: ListWords,
  { at, faults }: { readonly at: Temporal.Instant; readonly faults: readonly ListFault[] },
): Changed {
  const words = withListWords(list, typed, at)
  const notes = withNotes(words.ok ? words.value : list, typed.notes, at)
  if (words.ok && faults.length === 0) return notes
  const wrong = [...(words.ok ? [] : words.reason), ...(notes.ok ? [] : notes.reason)]
  return bad([...wrong, ...faults])
}

interface Deed {
  readonly does: string
  readonly storyId: string
  readonly at: Temporal.Instant
}

function afterDeed(list: ReaderList, { does, storyId, at }: Deed): ReaderList {
  if (does === 'remove') return withoutListed(list, storyId, at)
  if (does !== 'up' && does !== 'down') return list
  return { ...list, listed: moved(list.listed, storyId, does) }
}
