import type { Question, Scope } from '#search'
import { hasWall } from './document-id.ts'
import { anyTag, type Match, type Tongue, wholeMatch } from './expression.ts'
import type { Asked, Found, Limits, Shelf, Span } from './shelf.ts'

/**
 * So many publications are asked for with the words: each is a list that has to be begun at every
 * look. Of more, what has the words is found first, and then whose it is.
 */
const mostAskedFor = 60

export interface Looking {
  readonly shelf: Shelf
  readonly scope: Scope
  readonly tongue: Tongue
  readonly span: Span
  readonly limits: Limits
}

/** The newest documents that answer a question, looked for in no rest outside the scope. */
export async function foundWithin(question: Question, looking: Looking): Promise<Found> {
  const { shelf, scope, tongue, span, limits } = looking
  const match = wholeMatch(question, tongue)
  if (match === null) return nothing
  // Filters alone are the same for everyone.
  if (question.parts.length > 0 && scope.rests === 'of-publications') {
    const { publicationIds } = scope
    const excludes = question.parts.some(({ excluded }) => excluded)
    const walks = publicationIds.length > mostAskedFor ? walksAmongMany : walksAmongFew
    return amongTheirs(walks({ match, publicationIds, excludes }), looking)
  }
  const asked: readonly Asked[] =
    question.parts.length > 0 && scope.rests === 'all'
      ? [
          { source: 'shown-open', match },
          { source: 'whole', match },
        ]
      : [{ source: 'shown', match }]
  return merged(await shelf.newest(asked, span, limits), limits.most)
}

interface Theirs {
  readonly match: Match
  readonly publicationIds: readonly string[]
  /** What is excluded may stand in a rest: of their walled stories only all words count. */
  readonly excludes: boolean
}

/** What is asked for, and which of what is found is kept; null: all of it. */
interface Walk {
  readonly asked: Asked
  readonly keeps: ((id: number, publication: string) => boolean) | null
}

interface Walks {
  readonly shown: Walk
  readonly whole: Walk
}

function walksAmongFew({ match, publicationIds, excludes }: Theirs): Walks {
  const theirs = anyTag('publication', publicationIds)
  const walled: Match = { is: 'all', of: [theirs, anyTag('wall', ['yes'])] }
  const shown: Match = excludes ? { is: 'without', those: match, these: walled } : match
  return {
    shown: { asked: { source: 'shown', match: shown }, keeps: null },
    whole: { asked: { source: 'whole', match: { is: 'all', of: [match, theirs] } }, keeps: null },
  }
}

function walksAmongMany({ match, publicationIds, excludes }: Theirs): Walks {
  const theirs = new Set(publicationIds)
  const keeps: Walk['keeps'] = excludes
    ? (id, publication) => !(hasWall(id) && theirs.has(publication))
    : null
  return {
    shown: { asked: { source: 'shown', match }, keeps },
    whole: {
      asked: { source: 'whole', match },
      keeps: (_, publication) => theirs.has(publication),
    },
  }
}

async function amongTheirs({ shown, whole }: Walks, looking: Looking): Promise<Found> {
  const first = await walked(shown, looking)
  // Behind the last of enough nothing is wanted: public words bound the walk through all words.
  const last = first.all || first.late ? undefined : first.ids.at(-1)
  const span = { ...looking.span, low: last ?? looking.span.low }
  return merged([first, await walked(whole, { ...looking, span })], looking.limits.most)
}

/** The newest of those that are kept, looked through a thousand at a time and then more. */
async function walked(
  { asked, keeps }: Walk,
  { shelf, limits: { most, until }, span }: Pick<Looking, 'shelf' | 'limits' | 'span'>,
): Promise<Found> {
  const ids: number[] = []
  let high = span.high
  for (let look = most; ; look *= 2) {
    const limits = { most: look, until }
    const [found = nothing] = await shelf.newest([asked], { low: span.low, high }, limits)
    if (keeps === null) return found
    const publications = await shelf.publications(found.ids)
    for (const [at, id] of found.ids.entries()) if (keeps(id, publications[at] ?? '')) ids.push(id)
    if (ids.length >= most) return { ids: ids.slice(0, most), all: false, late: false }
    const last = found.ids.at(-1)
    if (found.all || found.late || last === undefined) return { ...found, ids }
    high = last - 1
  }
}

const nothing: Found = { ids: [], all: true, late: false }

/** The newest first, each once. */
function merged(found: readonly Found[], most: number): Found {
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  // Behind the last that one had room for it may have more: what others have there is not the newest.
  const ends = found.filter(({ all, late }) => !all && !late).map(({ ids }) => ids.at(-1) ?? 0)
  const end = Math.max(0, ...ends)
  const ids = [...new Set(found.flatMap(({ ids }) => ids))]
    .filter((id) => id >= end)
    .sort((one, other) => other - one)
  return {
    ids: ids.slice(0, most),
    all: found.every(({ all }) => all) && ids.length <= most,
    late: found.some(({ late }) => late),
  }
}
