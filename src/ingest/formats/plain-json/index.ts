import type { Format } from '../../format.ts'
import { readPlainJson } from './read-plain-json.ts'

/**
 * Our own plain JSON for those who write an exporter themselves: one story or a list of stories,
 * with the names in `their-story.ts`.
 */
export const plainJson: Format = {
  name: 'story-json',
  recognises: ({ text }) =>
    /^\s*(?:\[\s*)?\{/.test(text) &&
    /"(?:headline|title)"\s*:/.test(text) &&
    /"(?:body|html)"\s*:/.test(text) &&
    !/"(?:uri|items|content_html|content_text)"\s*:/.test(text),
  read: readPlainJson,
}
