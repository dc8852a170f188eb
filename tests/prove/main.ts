/** `npm run prove -- <name> …`: long proofs. Each prints what it tried, how often, and what came of it. */
import { kill } from './kill.ts'
import { payments } from './payments.ts'
import { probes } from './probes.ts'
import { questions } from './questions.ts'
import { relevance } from './relevance.ts'
import { wall } from './wall.ts'

const proofs: Readonly<Record<string, (words: string[]) => Promise<boolean>>> = {
  kill,
  payments,
  probes,
  questions,
  relevance,
  wall,
}

const [name = '', ...words] = process.argv.slice(2)
const proof = proofs[name]
if (proof === undefined) {
  process.stderr.write(`Say which proof: ${Object.keys(proofs).join(', ')}\n`)
  process.exitCode = 2
} else {
  process.exitCode = (await proof(words)) ? 0 : 1
}
