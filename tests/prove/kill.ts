import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Chance, chanceFrom } from '#ground/chance'
import { circumstances } from '../../bench/machine.ts'
import { type Damage, openKillProof } from './kill-proof.ts'
import { openManuscript } from './manuscript.ts'
import { sabotages } from './sabotage.ts'

const options = {
  times: { type: 'string', default: '200' },
  /** The same seed writes the same papers and chooses the same moments. */
  seed: { type: 'string' },
  sabotage: { type: 'string' },
} as const

/**
 * Kills the real import with SIGKILL at random moments, again and again in one data folder, and
 * looks each time whether everything it had acknowledged is there and nothing stands half. With
 * `--sabotage NAME` the folder is damaged before each look, which has to be noticed.
 * @returns whether the proof holds
 */
export async function kill(words: string[]): Promise<boolean> {
  const { values } = parseArgs({ args: words, options })
  const times = Number(values.times)
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
  const damage = damageNamed(values.sabotage)
  const root = await mkdtemp(join(tmpdir(), 'kiosk-kill-'))
  try {
    const chance = chanceFrom(seed)
    const proof = openKillProof(root, await openManuscript(join(root, 'papers'), chance), {
      damage,
      chance,
    })
    process.stdout.write(`kill × ${times}, seed ${seed}: ${circumstances()}\n`)
    await killAgainAndAgain(proof, chance, times)
    return proof.conclude()
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

function damageNamed(name: string | undefined): Damage {
  if (name === undefined) return null
  const found = name === 'early' ? name : sabotages[name]
  if (found !== undefined) return found
  throw new Error(`There is no sabotage "${name}": early, ${Object.keys(sabotages).join(', ')}`)
}

/** After so many kills everything is imported to the end, and then has to be on the stand. */
const wholeEvery = 4

type Proof = ReturnType<typeof openKillProof>

async function killAgainAndAgain(proof: Proof, chance: Chance, times: number): Promise<void> {
  const { papers, writeOn, shelve } = proof.manuscript
  for (const paper of papers) await writeOn(paper, 0)
  await proof.finish()
  for (let round = 1; round <= times; round += 1) {
    const paper = chance.oneOf(papers)
    await writeOn(paper, round)
    await proof.killedRun(paper)
    if (round % wholeEvery !== 0 && round !== times) continue
    await proof.finish()
    await proof.allIsThere()
    await shelve()
  }
}
