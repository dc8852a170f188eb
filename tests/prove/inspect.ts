import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Paper } from './manuscript.ts'
import { checkPictures } from './picture-check.ts'
import type { Sabotage } from './sabotage.ts'
import { checkEditions, readStand, type StoodStory } from './stand-check.ts'
import { commitsIn } from './write-ahead-log.ts'

/** The newest acknowledged stamp of a story, and the address it was acknowledged at. */
export interface Promised {
  readonly stamp: number
  readonly address: string | null
}

export interface Found {
  readonly problems: readonly string[]
  readonly lost: number
  readonly half: number
  readonly stories: number
  readonly pictures: number
  /** Commits that were in the write-ahead log alone: the kill came while there was work. */
  readonly commitsToRecover: number
}

export interface Inspection {
  readonly data: string
  readonly papers: readonly Paper[]
  readonly promised: ReadonlyMap<string, Promised>
  /** True after an import that ended by itself: everything written has to be there. */
  readonly whole: boolean
  /** Pictures that were looked at before. */
  readonly sound: Set<string>
  readonly sabotage: Sabotage | null
}

/**
 * Looks at a copy of a data folder, so that the next import finds the folder as the kill left it.
 * @returns null when there was nothing that the sabotage could damage
 */
export async function inspect(asked: Inspection): Promise<Found | null> {
  const copy = `${asked.data}-copy`
  await mkdir(copy, { recursive: true })
  try {
    for (const file of ['kiosk.db', 'kiosk.db-wal']) {
      await cp(join(asked.data, file), join(copy, file)).catch(unlessMissing)
    }
    if (asked.sabotage !== null) {
      for (const blobs of ['pictures', 'masters']) {
        await cp(join(asked.data, blobs), join(copy, blobs), { recursive: true })
      }
      if (!(await asked.sabotage(copy))) return null
    }
    return await look(copy, asked)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

async function look(copy: string, asked: Inspection): Promise<Found> {
  const { papers, promised, whole, sound, sabotage } = asked
  const problems: string[] = []
  const commitsToRecover = commitsIn(join(copy, 'kiosk.db-wal')).length
  const stories = readStand(join(copy, 'kiosk.db'), problems)
  const half = checkEditions(papers, stories, { whole, problems })
  const lost = checkPromises(promised, stories, problems)
  const folder = sabotage === null ? asked.data : copy
  const known = sabotage === null ? sound : new Set<string>()
  const pictures = await checkPictures(folder, stories, { sound: known, problems })
  return { problems, lost, half, stories: stories.length, pictures, commitsToRecover }
}

/** Every acknowledged story stands at its address, in that revision or a later one. */
function checkPromises(
  promised: ReadonlyMap<string, Promised>,
  stories: readonly StoodStory[],
  problems: string[],
): number {
  const standing = new Map(stories.map((story) => [story.key, story]))
  let lost = 0
  for (const [key, { stamp, address }] of promised) {
    const story = standing.get(key)
    const at = story && `${story.publication}/${story.edition}/${story.slug}`
    if (story !== undefined && story.stamp >= stamp && (address === null || at === address))
      continue
    lost += 1
    const there = story === undefined ? 'nothing' : `round ${story.stamp} at ${at}`
    problems.push(`${key}: acknowledged as of round ${stamp} at ${address}, but there is ${there}`)
  }
  return lost
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}
