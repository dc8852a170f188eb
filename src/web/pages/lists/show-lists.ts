import type { Context } from 'hono'
import type { Reader } from '#accounts'
import { returnPathIn } from '#accounts'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { Visit } from '../../visit.ts'
import { strangerSheet } from '../mine/stranger.ts'
import { storyNamed } from '../queue/story-named.ts'
import { type ListsPage, listsSheet } from './lists-page.ts'

export function showLists(needs: PageNeeds): Page {
  return page(addresses.lists, async (c) => {
    const tongue = c.get('tongue')
    const reader = c.get('reader')?.reader ?? null
    const question = new URL(c.req.url).searchParams
    const back = returnPathIn(question.get('return') ?? '')
    if (reader === null) return sendPage(c, needs.lay(tongue, strangerSheet(tongue, 'lists', back)))
    const name = question.get('story') ?? ''
    const done = question.get('done') === 'deleted' ? tongue.say('list-deleted') : null
    return sendLists(c, needs, { reader, name, back, done, at: question.get('at') ?? '' })
  })
}

interface Asked {
  readonly reader: Reader
  /** Of a story that goes on a list, as forms call it; empty when none does. */
  readonly name: string
  readonly back: string | null
  readonly typed?: string
  readonly fault?: string | undefined
  readonly problem?: string
  readonly done?: string | null
  /** The list that the story was just put on or taken off. */
  readonly at?: string
}

export async function sendLists(
  c: Context<Visit>,
  needs: PageNeeds,
  { reader, name, back, typed = '', fault, problem, done = null, at = '' }: Asked,
): Promise<Response> {
  const tongue = c.get('tongue')
  const { lists } = needs.theirs
  const story = name === '' ? null : await storyNamed(needs, name)
  const adding: ListsPage['adding'] = story && {
    ...{ story, back, at, on: await lists.holding(reader.id, story.id) },
  }
  const shown = { lists: await lists.of(reader.id), adding, typed, fault, problem, done }
  const status = fault === undefined && problem === undefined ? 200 : 422
  return sendPage(c, needs.lay(tongue, listsSheet(tongue, shown)), { status })
}
