import { parseArgs } from 'node:util'
import { addresses, href } from '#web'
import { circumstances } from '../../bench/machine.ts'
import { oddQuestions, queryWith } from '../odd-questions.fixture.ts'
import { openWallStand } from '../wall/wall-stand.ts'

const options = {
  questions: { type: 'string', default: '10000' },
  seed: { type: 'string', default: '1' },
} as const

/** Asks a stand whatever anybody could type. @returns whether every question was answered */
export async function questions(words: string[]): Promise<boolean> {
  const { values } = parseArgs({ args: words, options })
  process.stdout.write(`questions, seed ${values.seed}: ${circumstances()}\n`)
  await using wall = await openWallStand()
  const { app } = wall.fresh.web
  const search = href(addresses.search, { locale: 'en' })
  const statuses = new Map<number, number>()
  const wrong: string[] = []
  let slowest = 0
  for (const [at, question] of oddQuestions(
    Number(values.questions),
    Number(values.seed),
  ).entries()) {
    const asked = performance.now()
    const first = await app.request(search + queryWith(question, at))
    const to = first.headers.get('location')
    const { status } = to === null ? first : await app.request(to)
    slowest = Math.max(slowest, performance.now() - asked)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status !== 200) wrong.push(`${status}: ${JSON.stringify(question.slice(0, 200))}`)
  }
  const { state } = await wall.stand.search.index.state()
  const counts = [...statuses].map(([status, count]) => `${count.toLocaleString('en')} × ${status}`)
  const lines = [
    `${Number(values.questions).toLocaleString('en')} questions: ${counts.join(', ')}; the slowest took ${slowest.toFixed(0)} ms; the index is ${state}`,
    ...wrong.slice(0, 20).map((one) => `  ${one}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return wrong.length === 0 && state === 'ready'
}
