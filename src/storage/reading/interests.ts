import { topicNamed } from '#catalogue'
import {
  type FollowedStory,
  type Interest,
  type Interests,
  interestKinds,
  type KeptInterest,
  mostInterests,
  reasonsFor,
  type Wish,
} from '#reading'
import { instantFrom, oneOf } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'

export function interests(database: Database): Interests {
  const { read } = database
  const ofReader: Interests['of'] = async (readerId) => {
    const rows = await read
      .selectFrom('interest')
      .select(['kind', 'subject', 'stance', 'at'])
      .where('reader_id', '=', readerId)
      .orderBy('at', 'desc')
      .orderBy('kind')
      .orderBy('subject')
      .execute()
    return rows.map((row) => ({
      kind: oneOf(row.kind, interestKinds, 'kind of interest'),
      subject: row.subject,
      wish: oneOf<Wish>(row.stance, ['follow', 'mute'], 'wish'),
      at: instantFrom(row.at),
    }))
  }
  return {
    of: ofReader,

    keep: (readerId, interest) => inTurn(database, (turn) => keepOne(turn, readerId, interest)),

    async drop(readerId, { kind, subject }) {
      await inTurn(database, (turn) =>
        turn
          .deleteFrom('interest')
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where('subject', '=', subject)
          .execute(),
      )
    },

    async newest(readerId, most) {
      const kept = await ofReader(readerId)
      const followed = kept.filter(({ wish }) => wish === 'follow')
      const muted = kept.filter(({ wish }) => wish === 'mute')
      let hits: readonly Hit[] = []
      for (let from = 0; from < followed.length; from += partsAtOnce) {
        const some = followed.slice(from, from + partsAtOnce)
        const asked = { followed: some, muted, most, since: oldestShown(hits, most) }
        hits = [...hits, ...(await newestOf(read, asked))]
      }
      return mixed(hits, followed).slice(0, most)
    },
  }
}

type Turn = Parameters<Parameters<typeof inTurn>[1]>[0]

async function keepOne(turn: Turn, reader_id: string, interest: KeptInterest): Promise<boolean> {
  const { kind, subject, wish: stance } = interest
  const at = interest.at.epochMilliseconds
  const kept = await turn
    .selectFrom('interest')
    .select(['kind', 'subject'])
    .where('reader_id', '=', reader_id)
    .execute()
  const isNew = !kept.some((one) => one.kind === kind && one.subject === subject)
  if (isNew && kept.length >= mostInterests) return false
  await turn
    .insertInto('interest')
    .values({ reader_id, kind, subject, stance, at })
    .onConflict((clash) =>
      clash.columns(['reader_id', 'kind', 'subject']).doUpdateSet({ stance, at }),
    )
    .execute()
  return true
}

/** SQLite joins at most 500 parts to one question; long questions take long to read. */
const partsAtOnce = 40

interface Hit {
  readonly id: string
  readonly published_at: number | string
  readonly publication_id: string
  readonly topic: string
  /** The byline it was found by, or empty. */
  readonly byline: string
}

/** Nothing older than this can be shown any more: so many stories are newer. */
function oldestShown(hits: readonly Hit[], most: number): number | null {
  const moments = new Map(hits.map(({ id, published_at }) => [id, Number(published_at)]))
  return [...moments.values()].sort((a, b) => b - a)[most - 1] ?? null
}

interface Asked {
  readonly followed: readonly Interest[]
  readonly muted: readonly Interest[]
  readonly most: number
  /** Milliseconds since the epoch, or null. */
  readonly since: number | null
}

/** Of each the newest, along its own index: a reader may follow what has a million stories. */
async function newestOf(
  read: Database['read'],
  { followed, muted, most, since }: Asked,
): Promise<readonly Hit[]> {
  const subjectsOf = (kind: Interest['kind']) =>
    muted.filter((one) => one.kind === kind).map(({ subject }) => subject)
  const [publications, topics] = [subjectsOf('publication'), subjectsOf('topic')]
  const part = ({ kind, subject }: Interest) => {
    const shown = read
      .selectFrom('story')
      .select(['story.id', 'story.published_at', 'story.publication_id', 'story.topic'])
      .where('story.withdrawn_at', 'is', null)
      .$if(publications.length > 0, (query) =>
        query.where('story.publication_id', 'not in', publications),
      )
      .$if(topics.length > 0, (query) => query.where('story.topic', 'not in', topics))
      .$if(since !== null, (query) => query.where('story.published_at', '>=', since ?? 0))
      .limit(most)
    if (kind === 'byline') {
      const signed = shown
        .innerJoin('byline', 'byline.story_id', 'story.id')
        .select('byline.key as byline')
        .where('byline.key', '=', subject)
        .$if(since !== null, (query) => query.where('byline.published_at', '>=', since ?? 0))
        .orderBy('byline.published_at', 'desc')
      return read.selectFrom(signed.as('part')).selectAll()
    }
    const column = kind === 'publication' ? 'story.publication_id' : 'story.topic'
    const about = shown
      .select(({ val }) => val('').as('byline'))
      .where(column, '=', subject)
      .orderBy('story.published_at', 'desc')
    return read.selectFrom(about.as('part')).selectAll()
  }
  const [first, ...others] = followed.map(part)
  if (first === undefined) return []
  return others.reduce((all, one) => all.unionAll(one), first).execute()
}

/** Each story once, the newest first, with all that speaks for it. */
function mixed(hits: readonly Hit[], followed: readonly Interest[]): readonly FollowedStory[] {
  const groups = [...Map.groupBy(hits, ({ id }) => id).values()]
  const moment = ([hit]: readonly Hit[]) => Number(hit?.published_at)
  const sorted = groups.sort(
    (a, b) => moment(b) - moment(a) || (a[0]?.id ?? '').localeCompare(b[0]?.id ?? ''),
  )
  return sorted.flatMap((group) => {
    const [hit] = group
    if (hit === undefined) return []
    const bylines = new Set(group.map(({ byline }) => byline))
    const about = { publicationId: hit.publication_id, topic: topicNamed(hit.topic) }
    return [{ storyId: hit.id, because: reasonsFor(about, followed, bylines) }]
  })
}
