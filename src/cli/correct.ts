import { resolve } from 'node:path'
import { correctStory } from '#desk'
import { readDraft } from '#jobs'
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
  const path = resolve(call.from, file)
  const known = await call.stand.publications.bySlug(publication)
  const read = await readDraft(call.stand.desk, path, known ?? {})
  if (!read.ok) {
    throw new UsageError(read.reason.map(({ code, message }) => `${code}: ${message}`).join('\n'))
  }
  const address = { publication, edition, story }
  const note = call.options.note ?? ''
  const done = await correctStory(call.stand.desk, {
    address,
    note,
    draft: read.value,
    from: path,
  })
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
