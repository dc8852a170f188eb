import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { it } from 'node:test'

/** The reading order of the program: a part may import only parts named before it. */
const order = [
  'ground',
  'catalogue',
  'accounts',
  'access',
  'reading',
  'ingest',
  'search',
  'translate',
  'narrate',
  'desk',
  'storage',
  'outside',
  'jobs',
  'web',
  'config',
  'assemble',
  'main',
  'cli',
]

/** Files of `src` that are a part by themselves and are imported as they are. */
const faceless = new Set(['config', 'assemble', 'main', 'cli'])

/** Where a framework may be named at all, so that it cannot seep inward. */
const homes: Readonly<Record<string, readonly string[]>> = {
  hono: ['web'],
  '@hono': ['main'],
  kysely: ['storage'],
  pg: ['storage'],
  sharp: ['outside'],
  stripe: ['outside'],
  undici: ['outside'],
  feedsmith: ['ingest'],
  'sanitize-html': ['ingest'],
  messageformat: ['web'],
  pino: ['main', 'cli'],
  '@simplewebauthn': ['accounts'],
  nodemailer: ['outside'],
  'openid-client': ['outside'],
}

const sources = globSync('src/**/*.ts').filter((file) => !/\.(test|contract)\.ts$/.test(file))

it('every import points to an earlier part, through its face', () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((target) => !allowed(partOf(file), target, file))
      .map((target) => `${file} → ${target}`),
  )
  assert.deepEqual(wrong, [])
})

it('a face shows what others use, and nothing else', () => {
  const all = globSync('{src,tests,bench}/**/*.ts').map((file) => readFileSync(file, 'utf8'))
  const idle = globSync('src/*/index.ts').flatMap((face) => {
    const part = partOf(face)
    const taken = new RegExp(`import (?:type )?\\{([^}]*)\\} from '#${part}'`, 'g')
    const used = new Set(all.flatMap((text) => namesIn(text, taken, / as .*/)))
    const shown = namesIn(readFileSync(face, 'utf8'), /export (?:type )?\{([^}]*)\}/g, /.* as /)
    return shown.filter((name) => !used.has(name)).map((name) => `${part}: ${name}`)
  })
  assert.deepEqual(idle, [])
})

it('every part stands in the reading order', () => {
  const strange = new Set(sources.map(partOf).filter((part) => !order.includes(part)))
  assert.deepEqual([...strange], [])
})

it('every part is told of in ARCHITECTURE.md, in that order', () => {
  const rows = readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| (`.*`) \|/gm)
  const told = [...rows].flatMap(([, parts = '']) => parts.replaceAll('`', '').split(', '))
  assert.deepEqual(told, order)
})

it('a framework is named only in its own part', () => {
  const strays = sources.filter((file) =>
    packagesOf(file).some((name) => !(homes[name] ?? [partOf(file)]).includes(partOf(file))),
  )
  assert.deepEqual(strays, [])
})

it('text is trusted as it stands in few files only', () => {
  const trusting = sources.filter((file) => /\braw\(/.test(readFileSync(file, 'utf8')))
  const trusted = [
    'src/storage/engines/sqlite.ts',
    'src/storage/migrate.ts',
    'src/web/components/story-text.ts',
    'src/web/machines/data-block.ts',
  ]
  assert.deepEqual(
    trusting.filter((file) => !trusted.includes(file)),
    [],
  )
})

it('the environment is handed in where the program starts, and nowhere else', () => {
  // A fixture stands in for the start: the tests that it serves may be run on a server's database.
  const ours = sources.filter((file) => !file.endsWith('.fixture.ts'))
  const reading = ours.filter((file) => /process\.env/.test(readFileSync(file, 'utf8')))
  const starts = ['src/cli.ts', 'src/main.ts']
  assert.deepEqual(
    reading.filter((file) => !starts.includes(file)),
    [],
  )
})

it('an island leans on nothing that needs a server', () => {
  const islands = globSync('src/web/islands/**/*.ts', { exclude: ['**/*.test.ts'] })
  for (const island of islands) {
    const targets = importsOf(island).map((target) =>
      target.startsWith('#') ? target : beside(island, target),
    )
    const heavy = targets.filter((target) => !/^(#ground\/|src\/web\/islands\/)/.test(target))
    assert.deepEqual([...heavy, ...packagesOf(island)], [], island)
  }
})

it('no file waits for one that waits for it', () => {
  const waits = new Map(sources.map((file) => [file, waitsFor(file)]))
  const reached = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
    for (const next of waits.get(from) ?? []) if (!seen.has(next)) reached(next, seen.add(next))
    return seen
  }
  assert.deepEqual(
    sources.filter((file) => reached(file).has(file)),
    [],
  )
})

it('no file outgrows one idea', () => {
  const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300)
  assert.deepEqual(long, [])
})

/** What stands between the braces of imports or exports; of "one as other" the half that is left. */
function namesIn(text: string, pattern: RegExp, half: RegExp): string[] {
  const lists = [...text.matchAll(pattern)].map(([, list = '']) => list.split(','))
  const names = lists.flat().map((one) => one.trim().replace('type ', '').replace(half, ''))
  return names.filter((name) => name !== '')
}

function importsOf(file: string): string[] {
  return allOf(file, /(?:from |import |import\()'(#[^']+|\.[^']+\.ts)'/g)
}

/** The files of its own part that are run before it: types are not there when it runs. */
function waitsFor(file: string): string[] {
  const lists = [...readFileSync(file, 'utf8').matchAll(/^(?:im|ex)port ([^']*)'(\.[^']+\.ts)'/gm)]
  return lists.flatMap(([, what = '', target = '']) => {
    const onlyTypes = /^type |^\{(?:\s*type [^,}]*,?)*\s*\}/.test(what)
    return onlyTypes ? [] : [beside(file, target)]
  })
}

function packagesOf(file: string): string[] {
  return allOf(file, /(?:from |import |import\()'((?!node:)[a-z@][^'/]*)/g)
}

function allOf(file: string, pattern: RegExp): string[] {
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, found = '']) => found)
}

function allowed(from: string, target: string, file: string): boolean {
  const byFace = target.startsWith('#')
  const to = byFace ? (target.slice(1).split('/')[0] ?? '') : partOf(beside(file, target))
  if (to === from) return !byFace
  const earlier = order.includes(to) && order.indexOf(to) < order.indexOf(from)
  return earlier && byFace === !faceless.has(to)
}

function partOf(file: string): string {
  return file.split('/')[1]?.replace(/\.ts$/, '') ?? ''
}

function beside(file: string, target: string): string {
  return new URL(target, `file:///${file}`).pathname.slice(1)
}
