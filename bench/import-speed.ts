import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chanceFrom } from '#ground/chance'
import { median } from './rounds.ts'
import { scribeBy } from './scribe.ts'
import { environmentFor } from './settings.ts'

export interface ImportSpeed {
  readonly stories: number
  readonly rounds: number
  /** Stories a second, medians: without the start of the program, and with it. */
  readonly alone: number
  readonly command: number
}

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))

/**
 * How fast the real command takes in a feed of full texts, durably, into a fresh folder each time.
 * What it takes to start is measured by importing a feed of one story.
 */
export async function importSpeed(
  folder: string,
  stories: number,
  rounds: number,
): Promise<ImportSpeed> {
  const many = await writeFeed(join(folder, 'many.xml'), stories)
  const one = await writeFeed(join(folder, 'one.xml'), 1)
  const times: { many: number; one: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const target = join(folder, `import-${round}`)
    times.push({
      one: importInto(`${target}-one`, one, 1),
      many: importInto(target, many, stories),
    })
  }
  const perSecond = (seconds: readonly number[]) => stories / median(seconds)
  return {
    stories,
    rounds,
    alone: perSecond(times.map((time) => time.many - time.one)),
    command: perSecond(times.map((time) => time.many)),
  }
}

/** Seconds that one import took. */
function importInto(folder: string, file: string, stories: number): number {
  const env = environmentFor(folder)
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'import', file, '--json'], {
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const seconds = (performance.now() - start) / 1_000
  const last: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null')
  const wanted = `{"summary":{"new":${stories},`
  if (status !== 0 || !JSON.stringify(last).startsWith(wanted)) {
    throw new Error(
      `The import did not take in ${stories} stories: ${stderr}\n${stdout.slice(-500)}`,
    )
  }
  return seconds
}

async function writeFeed(file: string, stories: number): Promise<string> {
  const scribe = scribeBy(chanceFrom(3))
  const first = Temporal.Instant.from('2031-01-06T06:00:00Z')
  const items = Array.from({ length: stories }, (_, number) => {
    const at = first.add({ minutes: number * 30 })
    const text = scribe.paragraphs(700).map((words) => `<p>${words}</p>`)
    return `<entry><id>urn:bench:${number}</id><title>${scribe.words(8)}</title><updated>${at}</updated><published>${at}</published><author><name>${scribe.words(2)}</name></author><summary>${scribe.words(20)}</summary><content type="html"><![CDATA[${text.join('')}]]></content></entry>`
  })
  const head = '<id>urn:bench</id><title>The Bench</title><updated>2031-01-06T06:00:00Z</updated>'
  const xml = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">${head}${items.join('\n')}</feed>`
  await writeFile(file, xml)
  return file
}
