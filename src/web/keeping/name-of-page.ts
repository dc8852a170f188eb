import { getPath, getQueryStrings } from 'hono/utils/url'
import { addresses, patternOf } from '../addresses.ts'

/** The pages that answer questions. All others are the same whatever is asked of them. */
const answering: readonly RegExp[] = [
  addresses.publications,
  addresses.search,
  addresses.searchSuggestions,
].map(patternOf)

/**
 * Under what name a page is kept: its path, and its question as it was spelled. A page that answers
 * questions sends every spelling but one to that one, so a page is never kept under two names, and
 * a strange question is answered by a redirect, which is not kept.
 */
export function nameOfPage(request: Request): string {
  const path = getPath(request)
  const question = getQueryStrings(request.url)
  return question !== '' && answering.some((page) => page.test(path)) ? path + question : path
}
