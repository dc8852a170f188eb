import type { Question, Scope } from '#search'
import { anyTag, type Match, type Tongue, wholeMatch } from './expression.ts'
import type { Asked, Found } from './shelf.ts'

/** No reader has subscriptions to more publications one by one. */
const mostPublications = 50

/** Where this question is looked for, so that it looks in no rest outside its scope. */
export function askedOf(question: Question, scope: Scope, tongue: Tongue): readonly Asked[] {
  const match = wholeMatch(question, tongue)
  if (match === null) return []
  const shown: Asked = { source: 'shown', match }
  // Filters alone are the same for everyone.
  if (question.parts.length === 0 || scope.rests === 'none') return [shown]
  if (scope.rests === 'all') {
    return [
      { source: 'shown-open', match },
      { source: 'whole', match },
    ]
  }
  const publications = scope.publicationIds.slice(0, mostPublications)
  if (publications.length === 0) return [shown]
  const theirs = anyTag('publication', publications)
  const whole: Asked = { source: 'whole', match: { is: 'all', of: [match, theirs] } }
  if (!question.parts.some(({ excluded }) => excluded)) return [shown, whole]
  // What is excluded may stand in a rest: of their walled stories only all words count.
  const walled: Match = { is: 'all', of: [theirs, anyTag('wall', ['yes'])] }
  return [{ source: 'shown', match: { is: 'without', those: match, these: walled } }, whole]
}

/** The newest first, each once. */
export function merged(found: readonly Found[], most: number): Found {
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const ids = [...new Set(found.flatMap(({ ids }) => ids))].sort((one, other) => other - one)
  return {
    ids: ids.slice(0, most),
    all: found.every(({ all }) => all) && ids.length <= most,
    late: found.some(({ late }) => late),
  }
}
