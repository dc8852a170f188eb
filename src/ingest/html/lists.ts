import type { ListBody, ListItem, Spoken } from '#catalogue'
import type { DraftBlock } from '../draft.ts'
import { asInline } from './as-inline.ts'
import type { Page } from './page.ts'
import type { Element } from './tree.ts'

/** A list, followed by what its items held that cannot stand in a list. */
export function listBlocks(list: Element, page: Page, around: Required<Spoken>): DraftBlock[] {
  const others: DraftBlock[] = []
  const items = list.childNodes.flatMap((child) => {
    const inlined = asInline(page.blocksIn([child], around))
    others.push(...inlined.others)
    return itemOf(inlined.html, inlined.lists)
  })
  const joined = withoutBareInner(items)
  if (joined.length === 0) return others
  return [{ kind: 'list', ordered: list.tagName === 'ol', items: joined }, ...others]
}

function itemOf(html: string, lists: readonly ListBody[]): ListItem[] {
  const [first] = lists
  if (first === undefined) return html === '' ? [] : [{ html }]
  const items = lists.flatMap((list) => list.items)
  return [{ html, inner: { ordered: first.ordered, items } }]
}

/** A list that lies in a list without an item around it belongs to the item before it. */
function withoutBareInner(items: readonly ListItem[]): ListItem[] {
  const joined: ListItem[] = []
  for (const item of items) {
    const before = joined.at(-1)
    if (item.html !== '' || item.inner === undefined) joined.push(item)
    else if (before === undefined) joined.push(...item.inner.items)
    else joined[joined.length - 1] = { ...before, inner: merged(before.inner, item.inner) }
  }
  return joined
}

function merged(first: ListItem['inner'], second: Omit<ListBody, 'kind'>) {
  return { ordered: (first ?? second).ordered, items: [...(first?.items ?? []), ...second.items] }
}
