import type { Context } from 'hono'
import {
  barOn,
  type ListBar,
  type ListFault,
  type ListWords,
  listRules,
  type ReaderList,
  sharedToken,
  wordsOfList,
} from '#reading'
import { addresses, href } from '../../addresses.ts'
import { contactOf } from '../../components/contact.ts'
import type { Page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { Visit } from '../../visit.ts'
import { forReader } from '../account/for-reader.ts'
import { listSheet } from './list-page.ts'

const doneKeys = {
  saved: 'account-saved',
  shared: 'list-shared-now',
  unshared: 'list-unshared',
} as const
/** Nothing is said to be shared that is not, nor ended by its reader what somebody else ended. */
function isTrue(
  done: string,
  { sharing }: ReaderList,
  bar: ListBar | null,
): done is keyof typeof doneKeys {
  if (done === 'shared') return sharing !== null
  if (done === 'unshared') return sharing === null && bar === null
  return done === 'saved'
}

export function showList(needs: PageNeeds): Page {
  return forReader(addresses.list, async (c, { reader }) => {
    const list = await needs.theirs.lists.byId(reader.id, c.req.param('list') ?? '')
    return list === null ? c.notFound() : sendList(c, needs, list)
  })
}

/** The page of a list; with what was typed and is wrong, where something is. */
export async function sendList(
  c: Context<Visit>,
  needs: PageNeeds,
  list: ReaderList,
  wrong: { readonly typed: ListWords; readonly faults: readonly ListFault[] } | null = null,
): Promise<Response> {
  const tongue = c.get('tongue')
  const done = c.req.query('done') ?? ''
  const [does = '', storyId = ''] = (c.req.query('at') ?? '').split(' ')
  const reader = c.get('reader')?.reader ?? null
  const typed = wrong?.typed ?? wordsOfList(list)
  const gone = goneFrom(list, typed)
  const bar = reader && barOn(list, await needs.theirs.lists.bars(reader.id))
  const page = {
    list,
    bar,
    contact: contactOf(tongue, needs.settings),
    cards: await needs.stories.byIds([...list.listed.map((one) => one.storyId), ...gone]),
    typed,
    gone,
    faults: wrong?.faults ?? [],
    done: wrong === null && isTrue(done, list, bar) ? tongue.say(doneKeys[done]) : null,
    sharedAt: sharedAt(c, needs, list),
    at: storyId === '' ? null : { does, storyId },
  }
  const isClash = wrong?.faults.some(({ why }) => why === 'changed' || why === 'gone')
  const status = wrong === null ? 200 : isClash ? 409 : 422
  return sendPage(c, needs.lay(tongue, listSheet(tongue, page)), { status })
}

/** The stories of notes that were typed and have no place on the list: no more than it could hold. */
function goneFrom({ listed }: ReaderList, { notes }: ListWords): readonly string[] {
  const on = new Set(listed.map(({ storyId }) => storyId))
  const typed = [...notes].filter(([id, note]) => note !== '' && !on.has(id))
  return typed.map(([id]) => id).slice(0, listRules.stories)
}

function sharedAt(
  c: Context<Visit>,
  { accounts, settings }: PageNeeds,
  { sharing }: ReaderList,
): URL | null {
  if (sharing === null) return null
  const token = sharedToken(accounts.keys, sharing)
  const locale = c.get('tongue').locale.name
  return new URL(href(addresses.sharedList, { locale, token }), settings.publicUrl)
}
