/** `npm run check`: formatting and lint (Biome), types (tsc), and the shape of the house. */
import { spawnSync } from 'node:child_process'

const checks: readonly (readonly string[])[] = [
  ['biome', 'check', '--error-on-warnings'],
  ['tsc', '--noEmit'],
  ['node', '--test', '--test-reporter=dot', 'tests/architecture.test.ts'],
]

for (const [command = '', ...words] of checks) {
  const { status } = spawnSync(command, words, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
