import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { it } from 'node:test'

const program = join(import.meta.dirname, 'what-starting-loads.fixture.ts')

/**
 * The packages that the first page cannot do without. Another one costs every start its time and its
 * memory: import it where it is first needed, as src/outside/opened-late.ts and others do.
 */
const needed = [
  '@orama/stemmers',
  'entities',
  'hono',
  'ipaddr.js',
  'kysely',
  'lru-cache',
  'messageformat',
  'parse5',
]

it('up to its first page a stand loads few packages, and starts no thread and no process', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' })
  assert.notEqual(stdout, '', stderr)
  assert.deepEqual(JSON.parse(stdout), { status: 200, packages: needed, threads: 0, processes: 0 })
})
