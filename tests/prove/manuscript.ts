import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Chance } from '#ground/chance'

/** Three papers that are written on from round to round, and all that they ever said. */
export interface Manuscript {
  readonly papers: readonly Paper[]
  /** Writes one to three new editions and changes older ones; every change carries the round as its stamp. */
  writeOn(paper: Paper, round: number): Promise<void>
  /** Takes away the files of old editions, once everything in them is on the stand. */
  shelve(): Promise<void>
}

export interface Paper {
  readonly slug: string
  readonly folder: string
  readonly editions: WrittenEdition[]
}

export interface WrittenEdition {
  readonly date: string
  /** What its files said after each time that they were written: the stamp of every story by key. */
  readonly versions: ReadonlyMap<string, number>[]
  shelved: boolean
}

/** Paragraphs of every story: enough to be cut into lead and rest. */
export const paragraphsEach = 14

const editionsKept = 4

export async function openManuscript(folder: string, chance: Chance): Promise<Manuscript> {
  const papers: Paper[] = []
  for (const slug of ['p1', 'p2', 'p3']) {
    const place = join(folder, slug)
    await mkdir(place, { recursive: true })
    const card = { slug, title: `Paper ${slug}`, language: 'en', timeZone: 'UTC', door: 'plan' }
    await writeFile(join(place, 'publication.json'), JSON.stringify(card))
    papers.push({ slug, folder: place, editions: [] })
  }
  return {
    papers,
    async writeOn(paper, round) {
      for (const edition of paper.editions.filter(({ shelved }) => !shelved)) {
        if (chance.share() < 0.5) await change(paper, edition, round, chance)
      }
      for (let more = chance.below(3); more >= 0; more -= 1) await begin(paper, round, chance)
    },
    async shelve() {
      for (const paper of papers) {
        for (const edition of paper.editions.slice(0, -editionsKept)) {
          if (!edition.shelved) await rm(join(paper.folder, edition.date), { recursive: true })
          edition.shelved = true
        }
      }
    },
  }
}

async function begin(paper: Paper, round: number, chance: Chance): Promise<void> {
  const date = Temporal.PlainDate.from('2020-01-01').add({ days: paper.editions.length })
  const edition = { date: date.toString(), versions: [], shelved: false }
  const count = 2 + chance.below(12)
  const stories = Array.from({ length: count }, (_, number) => `${paper.slug}-${date}-${number}`)
  paper.editions.push(edition)
  await writeEdition(paper, edition, new Map(stories.map((key) => [key, round])), round)
}

/** Some of the stories are changed, at least one, and now and then one is added. */
async function change(
  paper: Paper,
  edition: WrittenEdition,
  round: number,
  chance: Chance,
): Promise<void> {
  const before = edition.versions.at(-1) ?? new Map<string, number>()
  const chosen = chance.below(before.size)
  const after = new Map(
    [...before].map(([key, stamp], index) => {
      const changes = index === chosen || chance.share() < 0.3
      return [key, changes ? round : stamp] as const
    }),
  )
  if (chance.share() < 0.3) after.set(`${paper.slug}-${edition.date}-${before.size}`, round)
  await writeEdition(paper, edition, after, round)
}

async function writeEdition(
  paper: Paper,
  edition: WrittenEdition,
  stories: ReadonlyMap<string, number>,
  round: number,
): Promise<void> {
  edition.versions.push(stories)
  const folder = join(paper.folder, edition.date)
  await mkdir(folder, { recursive: true })
  for (const [key, stamp] of stories) {
    if (stamp === round) await writeStory(folder, key, stamp, edition.date)
  }
}

async function writeStory(folder: string, key: string, stamp: number, date: string) {
  const number = Number(key.split('-').at(-1))
  const said = `${key} as of round ${stamp}`
  const text = Array.from({ length: paragraphsEach }, (_, index) => `Paragraph ${index}, ${said}.`)
  // In some stories before the cut, in others behind it, and in most nowhere.
  if (number % 4 === 0) {
    await writePicture(join(folder, `${key}-${stamp}.png`), stamp * 100 + number)
    text.splice(number % 8 === 0 ? 1 : paragraphsEach - 1, 0, `![Sea](${key}-${stamp}.png)`)
  }
  const head = `id: ${key}\ntitle: ${said}\nstandfirst: ${said}\nedition: ${date}\ndate: ${date}T06:00:00Z`
  await writeFile(
    join(folder, `${String(number).padStart(3, '0')}.md`),
    `---\n${head}\nposition: ${number + 1}\nlanguage: en\n---\n\n${text.join('\n\n')}\n`,
  )
}

async function writePicture(file: string, number: number): Promise<void> {
  const background = { r: number % 256, g: (number >> 8) % 256, b: (number >> 16) % 256 }
  await sharp({ create: { width: 400, height: 240, channels: 3, background } })
    .png()
    .toFile(file)
}
