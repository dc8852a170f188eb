import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf } from '#ground/digest'
import { cache, type KeptFolder, keptFolder } from './kept-folder.ts'
import { madeFiles } from './made-files.ts'

const source = fileURLToPath(new URL('../../', import.meta.url))
const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url))

/**
 * The files that browsers fetch, under names that hold a hash of what is in them; those that shrink by
 * it also packed with brotli at its strongest, with ".br" behind the name.
 */
export function bundledFiles(home = cache): KeptFolder {
  using made = madeFiles()
  const name = `bundle-${digestOf([basename(made.folder), ...sources()].join('\n'))}`
  const making = { program: join(source, 'web', 'making', 'bundle.ts'), given: [made.folder] }
  return keptFolder({ home, name, ...making, what: 'The stand’s styles and scripts' })
}

/** What islands may import, what styles may, who bundles them and how. */
function sources(): readonly string[] {
  const found = globSync('{web/islands/**/*.{ts,css},web/styles/*.css,ground/*.ts}', {
    cwd: source,
    exclude: ['**/*.test.ts'],
  })
  const ours = [...found, 'web/making/bundle.ts'].toSorted()
  const version = readFileSync(join(modules, 'esbuild', 'package.json'), 'utf8')
  return [version, ...ours.flatMap((file) => [file, readFileSync(join(source, file), 'utf8')])]
}
