import { directionOf } from '#ground/language'
import type { ForeignText, Translator } from '#translate'

/**
 * A translator into Dutch, German and Arabic that says which language it was asked for, before the
 * words of every paragraph; what it is given and nothing else.
 */
export const standInTranslator: Translator = {
  targets: (language, { mayTranslate }) =>
    mayTranslate ? ['ar', 'de', 'nl'].filter((to) => to !== language) : [],
  async translate(text, to) {
    if (text.language === to) return 'same-language'
    if (!text.mayTranslate) return 'forbidden'
    const blocks = text.blocks.map((original) => ({
      block: inLanguage(original, to),
      original,
      flags: [],
    }))
    return {
      language: to,
      direction: directionOf(to),
      headline: `[${to}] ${text.headline}`,
      headlineFlags: [],
      standfirst: text.standfirst && `[${to}] ${text.standfirst}`,
      standfirstFlags: [],
      blocks,
      engine: 'Stand-in',
      at: Temporal.Instant.from('2025-05-20T09:00:00Z'),
      short: null,
    }
  },
}

function inLanguage(block: ForeignText['blocks'][number], to: string): typeof block {
  const isText = block.kind === 'paragraph' || block.kind === 'heading'
  return isText ? { ...block, html: `[${to}] ${block.html}` } : block
}
