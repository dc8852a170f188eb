import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { correctStory } from '#desk'
import { SourceError } from '#jobs'
import { type Call, UsageError } from './call.ts'
import { namesIn } from './story-name.ts'

const why = {
  'no-such-story': 'There is no such story on the stand.',
  withdrawn: 'This story was withdrawn; what is withdrawn is not corrected.',
  'no-note': 'Say with --note what was changed: readers see it.',
} as const

/** `kiosk correct <story> <file> --note TEXT`: the file holds the whole story as it must be. */
export async function correct(call: Call): Promise<number> {
  const [given, file, ...more] = call.words
  if (given === undefined || file === undefined || more.length > 0) {
    throw new UsageError('Give a story and a file: kiosk correct <story> <file> --note TEXT')
  }
  const names = namesIn(given)
  const [publication = '', edition = '', story] = names
  if (story === undefined) {
    throw new UsageError(`"${given}" names no single story: give publication/edition/story`)
  }
  const { reader, clock, timeZone } = call.stand.desk
  const path = resolve(call.from, file)
  const bytes = await contentOf(path)
  const known = await call.stand.publications.bySlug(publication)
  const said = known === null ? {} : { language: known.language }
  const reading = await reader.read({
    bytes,
    from: path,
    contentType: null,
    said,
    at: clock(),
    timeZone: known?.timeZone ?? timeZone,
  })
  const entry = reading.ok ? reading.entries[0] : undefined
  if (entry === undefined || !entry.ok) {
    const remarks = entry?.remarks ?? reading.remarks
    throw new UsageError(remarks.map(({ code, message }) => `${code}: ${message}`).join('\n'))
  }
  const { draft } = entry
  const address = { publication, edition, story }
  const note = call.options.note ?? ''
  const done = await correctStory(call.stand.desk, { address, note, draft, from: path })
  if (!done.ok) {
    process.stderr.write(`${why[done.reason]}\n`)
    return done.reason === 'no-note' ? 2 : 1
  }
  for (const { code, message, where } of done.value) {
    process.stderr.write(`${code}: ${message} (${where})\n`)
  }
  process.stdout.write(`Corrected: ${names.join('/')}\n`)
  return 0
}

function contentOf(path: string): Promise<Buffer> {
  return readFile(path).catch(({ code, message: fault }: NodeJS.ErrnoException) => {
    const message =
      code === 'ENOENT'
        ? `There is no file "${path}".`
        : `The corrected story cannot be read: ${fault}`
    throw new SourceError({ code: 'file.missing', message, where: path })
  })
}
