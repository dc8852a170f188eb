import { DatabaseSync } from 'node:sqlite'
import { type Paper, paragraphsEach } from './manuscript.ts'
import { stampsIn } from './stamps.ts'

/** A story as it stands in the database, read without any of Kiosk's own code. */
export interface StoodStory {
  readonly key: string
  readonly stamp: number
  readonly publication: string
  readonly edition: string
  readonly slug: string
  readonly revision: number
  readonly lead_blocks: string
  readonly rest_blocks: string
}

interface Row {
  key: string
  publication: string
  edition: string
  slug: string
  revision: number
  revisions: number
  rests: number
  headline: string
  standfirst: string
  lead_html: string
  lead_blocks: string | null
  rest_html: string | null
  rest_blocks: string | null
}

const everyStory = `
  select received.key, publication.slug as publication, edition.slug as edition, story.slug,
    story.revision, story.headline, story.standfirst, story.lead_html, revision.lead_blocks,
    rest.html as rest_html, rest.blocks as rest_blocks,
    (select count(*) from revision where story_id = story.id) as revisions,
    (select count(*) from rest where story_id = story.id) as rests
  from story
  left join received on received.story_id = story.id
  left join publication on publication.id = story.publication_id
  left join edition on edition.id = story.edition_id
  left join revision on revision.story_id = story.id and revision.number = story.revision
  left join rest on rest.story_id = story.id and rest.revision = story.revision`

/** Reads every story of a data folder's copy; everything that is not as it must be is noted. */
export function readStand(file: string, problems: string[]): StoodStory[] {
  const database = new DatabaseSync(file)
  try {
    const health = database.prepare('pragma integrity_check').all()
    if (JSON.stringify(health) !== '[{"integrity_check":"ok"}]') {
      problems.push(`integrity_check: ${JSON.stringify(health).slice(0, 200)}`)
    }
    const strays = database.prepare('pragma foreign_key_check').all()
    if (strays.length > 0) problems.push(`${strays.length} rows lead nowhere`)
    checkOutbox(database, problems)
    if (!hasStories(database)) return []
    // Written by the query above, so its columns are known.
    const rows = database.prepare(everyStory).all() as unknown as Row[]
    return rows.flatMap((row) => storyFrom(row, problems))
  } finally {
    database.close()
  }
}

function hasStories(database: DatabaseSync): boolean {
  const found = database.prepare("select 1 from sqlite_schema where name = 'story'").get()
  return found !== undefined
}

function checkOutbox(database: DatabaseSync, problems: string[]): void {
  if (!hasStories(database)) return
  const gaps = database
    .prepare('select position from outbox order by position')
    .all()
    .filter((row, index) => row.position !== index + 1)
  if (gaps.length > 0) problems.push(`the outbox has a gap before position ${gaps[0]?.position}`)
}

function storyFrom(row: Row, problems: string[]): StoodStory[] {
  const { key, headline, standfirst, lead_html, rest_html, lead_blocks, rest_blocks } = row
  if (rest_html === null || rest_blocks === null || lead_blocks === null) {
    problems.push(`${key}: revision ${row.revision} is not whole`)
    return []
  }
  if (row.revisions !== row.revision || row.rests !== row.revision) {
    problems.push(`${key}: ${row.revisions} revisions, ${row.rests} rests, not ${row.revision}`)
  }
  const said = [headline, standfirst].flatMap(stampsIn)
  const text = [lead_html, rest_html].flatMap(stampsIn)
  const blocks = [lead_blocks, rest_blocks].flatMap(stampsIn)
  const [first] = said
  const mixed = [...said, ...text, ...blocks].some(
    (one) => one.key !== key || one.stamp !== first?.stamp,
  )
  const whole = text.length === paragraphsEach && blocks.length === paragraphsEach
  if (first === undefined || mixed || !whole) {
    problems.push(`${key}: a mixture of revisions (${text.length} paragraphs)`)
    return []
  }
  const { publication, edition, slug, revision } = row
  return [
    { key, stamp: first.stamp, publication, edition, slug, revision, lead_blocks, rest_blocks },
  ]
}

/** Every edition has to be as its files said at one time: all of it, or nothing. */
export function checkEditions(
  papers: readonly Paper[],
  stories: readonly StoodStory[],
  { whole, problems }: { readonly whole: boolean; readonly problems: string[] },
): number {
  const standing = Map.groupBy(stories, ({ publication, edition }) => `${publication} ${edition}`)
  let half = 0
  for (const { slug, editions } of papers) {
    for (const { date, versions } of editions) {
      const found = new Map(
        (standing.get(`${slug} ${date}`) ?? []).map(({ key, stamp }) => [key, stamp]),
      )
      standing.delete(`${slug} ${date}`)
      const wanted = whole ? versions.slice(-1) : versions
      if ((found.size === 0 && !whole) || wanted.some((version) => isSame(version, found))) continue
      half += 1
      problems.push(`${slug} ${date}: ${found.size} stories as its files never said`)
    }
  }
  for (const strange of standing.keys()) problems.push(`${strange}: an edition nobody wrote`)
  return half
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([key, stamp]) => other.get(key) === stamp)
}
