import { returnPathIn } from '#accounts'
import { listRules, newList, withinBars, withListed, withoutListed } from '#reading'
import { addresses } from '../../addresses.ts'
import { addToListAt } from '../../components/keeping.ts'
import type { Page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { forReader } from '../account/for-reader.ts'
import { storyNamed } from '../queue/story-named.ts'
import { faultWords } from './fault-words.ts'
import { listAt, listsAt } from './list-at.ts'
import { sendLists } from './show-lists.ts'

/** Makes a list ("title"), or puts a story on one or takes it off ("put", "take"). */
export function changeLists(needs: PageNeeds): Page {
  const { theirs, clock } = needs
  return forReader(addresses.lists, async (c, { reader }) => {
    const tongue = c.get('tongue')
    const typed = await typedIn(c)
    const name = typed('story')
    const back = returnPathIn(typed('return'))
    const story = name === '' ? null : await storyNamed(needs, name)
    const again = { reader, name, back }
    const adding = addToListAt(tongue, name, back ?? listsAt(tongue))
    const id = typed('put') || typed('take')
    if (id !== '') {
      if (story === null) return c.notFound()
      const bars = await theirs.lists.bars(reader.id)
      const made = await theirs.lists.change(reader.id, id, (list) => {
        if (typed('put') === '') return { ok: true, value: withoutListed(list, story.id, clock()) }
        const more = withListed(list, story.id, clock())
        return more.ok ? { ok: true, value: withinBars(more.value, bars, clock()) } : more
      })
      if (made.ok) return c.redirect(`${adding}&${new URLSearchParams({ at: id })}`, 303)
      if (made.reason === 'missing') return c.notFound()
      const problem = tongue.say('list-full', { most: listRules.stories })
      return sendLists(c, needs, { ...again, problem })
    }

    const made = newList(typed('title'), clock())
    if (!made.ok) {
      const fault = faultWords(tongue, [made.reason], made.reason.at)
      return sendLists(c, needs, { ...again, typed: typed('title'), fault })
    }
    const list = story === null ? made : withListed(made.value, story.id, clock())
    // Full lists are told of on the page that follows.
    const isKept = list.ok && (await theirs.lists.add(reader.id, list.value))
    if (story !== null) return c.redirect(isKept ? `${adding}&at=${made.value.id}` : adding, 303)
    return c.redirect(isKept ? listAt(tongue, made.value.id) : listsAt(tongue), 303)
  })
}
