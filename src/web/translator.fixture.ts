import type { Block } from '#catalogue'
import { directionOf } from '#ground/language'
import { type ForeignText, isSameLanguage, type Translation, type Translator } from '#translate'

const made = Temporal.Instant.from('2025-05-20T09:00:00Z')

/**
 * Translates into Dutch and Arabic by shouting; what it was given can be read in what it gives.
 * @param changed what is different of a translation; or what it makes of words instead
 */
export function plainTranslator(changed: Partial<Translation> | ((words: string) => string) = {}) {
  /** How often an engine was asked, and with which blocks. */
  const asked: ForeignText[] = []
  const kept = new Set<string>()
  const say = typeof changed === 'function' ? changed : (words: string) => words.toUpperCase()
  const differing = typeof changed === 'function' ? {} : changed
  const translator: Translator = {
    targets: (language, { mayTranslate }) =>
      mayTranslate ? ['ar', 'nl'].filter((one) => !isSameLanguage(one, language)) : [],
    async translate(text, to, patience) {
      const key = `${text.storyId} ${text.blocks.length} ${to}`
      if (patience !== null) {
        asked.push(text)
        kept.add(key)
      }
      const isThere = kept.has(key)
      return {
        language: to,
        direction: directionOf(to),
        headline: isThere ? say(text.headline) : text.headline,
        standfirst: isThere ? say(text.standfirst) : text.standfirst,
        headlineFlags: isThere ? [] : ['untranslated'],
        standfirstFlags: [],
        blocks: text.blocks.map((original) => ({
          block: isThere ? blockIn(original, say) : { ...original, language: text.language },
          original,
          flags: isThere ? [] : ['untranslated'],
        })),
        engine: 'Shouter',
        at: made,
        short: isThere ? null : 'waiting',
        ...(isThere ? differing : {}),
      }
    },
  }
  return { translator, asked }
}

/** The words between the tags and the character references. */
const inWords = (html: string, say: (words: string) => string) =>
  html.replace(/&#?\w+;|<[^>]*>|[^<&]+/g, (part) => (/^[&<]/.test(part) ? part : say(part)))

function blockIn(block: Block, say: (words: string) => string): Block {
  if (block.kind === 'paragraph' || block.kind === 'heading') {
    return { ...block, html: inWords(block.html, say) }
  }
  return block.kind === 'picture' ? { ...block, caption: inWords(block.caption, say) } : block
}
