import { type Block, type ListBody, type ListItem, textOf } from '#catalogue'
import { escapeHtml } from '#ground/escape'

/**
 * The stretches of a block that are translated, each by itself, as inline HTML and in a fixed order;
 * some may be empty. Code, rules, link cards and who made a picture stay as they are.
 */
export function segmentsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.html]
    case 'quote':
      return [...block.paragraphs, block.source]
    case 'picture':
      return [block.caption, escapeHtml(block.alt)]
    case 'list':
      return itemsOf(block)
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat()]
    case 'code':
    case 'rule':
    case 'card':
      return []
  }
}

/**
 * The same block with other words in it.
 * @param segments as many as `segmentsOf` gives of it, in that order
 */
export function blockWith(block: Block, segments: readonly string[]): Block {
  const left = [...segments]
  const next = () => {
    const segment = left.shift()
    if (segment === undefined) throw new RangeError(`Too few segments for the block ${block.id}`)
    return segment
  }
  const filled = fill(block, next)
  if (left.length > 0) throw new RangeError(`Too many segments for the block ${block.id}`)
  return filled
}

function fill(block: Block, next: () => string): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, html: next() }
    case 'quote':
      return { ...block, paragraphs: block.paragraphs.map(next), source: next() }
    case 'picture':
      return { ...block, caption: next(), alt: textOf(next()) }
    case 'list':
      return { ...block, items: filledItems(block.items, next) }
    case 'table': {
      const caption = next()
      const head = block.head.map(next)
      return { ...block, caption, head, rows: block.rows.map((row) => row.map(next)) }
    }
    case 'code':
    case 'rule':
    case 'card':
      return block
  }
}

function itemsOf({ items }: Pick<ListBody, 'items'>): readonly string[] {
  return items.flatMap(({ html, inner }) => [html, ...(inner ? itemsOf(inner) : [])])
}

function filledItems(items: readonly ListItem[], next: () => string): readonly ListItem[] {
  return items.map((item) => {
    const html = next()
    if (item.inner === undefined) return { ...item, html }
    return { ...item, html, inner: { ...item.inner, items: filledItems(item.inner.items, next) } }
  })
}
