import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { compileFunction } from 'node:vm'

/**
 * Runs Bergamot's own worker in this thread, where it answers `{ id, name, args }` with `{ id, result }`
 * or `{ id, error }`. As it is shipped it cannot start: it is a script of the old kind in a package that
 * says all its files are modules. So it is compiled as what it is.
 */
const here = createRequire(import.meta.url)
const folder = join(dirname(here.resolve('@browsermt/bergamot-translator')), 'worker')
const file = join(folder, 'translator-worker.js')
const run = compileFunction(readFileSync(file, 'utf8'), ['require', '__dirname', '__filename'], {
  filename: file,
})
run(createRequire(file), folder, file)
