import { parseArgs } from 'node:util'
import { circumstances } from '../../bench/machine.ts'
import { probe } from '../wall/probes.ts'

const options = {
  probes: { type: 'string', default: '1000' },
  titles: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
} as const

/**
 * A stranger, or a reader of so many other titles, asks for phrases of the rests of one stand, and of
 * another that differs in its rests alone: pages, counts, orders and suggestions have to be the same.
 * @returns whether they were, while a subscriber would have seen a difference
 */
export async function probes(words: string[]): Promise<boolean> {
  const { values } = parseArgs({ args: words, options })
  process.stdout.write(`probes, seed ${values.seed}: ${circumstances()}\n`)
  const titles = Number(values.titles)
  const who = titles === 0 ? 'a stranger' : `a reader of ${titles} other titles`
  const probed = await probe(Number(values.probes), Number(values.seed), titles)
  const { differences, telling } = probed
  const lines = [
    `${probed.probes.toLocaleString('en')} questions with words of rests, asked of two stands by ${who}: ${differences.length} answered differently`,
    `${telling.toLocaleString('en')} of them would be answered differently to a reader of everything`,
    ...differences.slice(0, 20).map((path) => `  ${path}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return differences.length === 0 && telling > 0
}
