import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'

type Parent = DefaultTreeAdapterTypes.ParentNode
type Child = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/**
 * The lead of a story as it can stand on another site: every address is whole, a picture is one
 * plain image, and nothing is left that only our own pages understand.
 * @param lead ready HTML, the public part of a story
 * @param page the whole address of the story's page
 */
export function leadAbroad(lead: string, page: string): string {
  const fragment = parseFragment(lead)
  settle(fragment, page)
  return serialize(fragment)
}

function settle(parent: Parent, page: string): void {
  parent.childNodes = parent.childNodes.flatMap(plain)
  for (const child of parent.childNodes) {
    if (!('attrs' in child)) continue
    child.attrs = child.attrs.flatMap((attribute) => abroad(attribute, page))
    settle(child, page)
  }
}

/** Of a picture in several forms, the one that every program can show. */
function plain(child: Child): Child | Child[] {
  if (child.nodeName !== 'picture' || !('childNodes' in child)) return child
  return child.childNodes.filter(({ nodeName }) => nodeName === 'img')
}

const kept = new Set([
  'alt',
  'width',
  'height',
  'lang',
  'dir',
  'title',
  'scope',
  'start',
  'datetime',
])
const addressed = new Set(['href', 'src', 'cite'])

type Attribute = Element['attrs'][number]

function abroad(attribute: Attribute, page: string): Attribute | Attribute[] {
  if (kept.has(attribute.name)) return attribute
  if (!addressed.has(attribute.name)) return []
  const address = URL.parse(attribute.value, page)
  return address === null ? [] : { ...attribute, value: address.href }
}
