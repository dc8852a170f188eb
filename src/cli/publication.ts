import type { Permits } from '#catalogue'
import { slugOf } from '#ground/slug'
import { type Call, oneOf, UsageError } from './call.ts'

/** `kiosk publication rename <name> <new name>`, `kiosk publication permit <name> <what> yes|no` */
export async function publication(call: Call): Promise<number> {
  const [verb = '', ...words] = call.words
  const act = verbs[verb]
  if (act === undefined) throw new UsageError('Say what to do: kiosk publication rename or permit')
  return act({ ...call, words })
}

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = { rename, permit }

async function rename({ words, stand }: Call): Promise<number> {
  const [from, to, ...more] = words
  if (from === undefined || to === undefined || more.length > 0) {
    throw new UsageError(
      'Name both: kiosk publication rename the-courier the-harbour-courier (as in addresses)',
    )
  }
  const slug = slugOf(to)
  if (slug === '') throw new UsageError(`"${to}" has neither a letter nor a digit`)
  const done = await stand.desk.publications.rename(from, slug, stand.desk.clock())
  if (done.ok) {
    process.stdout.write(`Renamed: ${from} is ${slug} now. Its former addresses lead there.\n`)
    return 0
  }
  const why =
    done.reason === 'taken'
      ? `Another publication is or was called "${slug}": choose another name.`
      : `There is no publication "${from}" on this stand.`
  process.stderr.write(`${why}\n`)
  return 1
}

/** What can be permitted, and what becomes of it. */
const permits = {
  narration: ['narration', 'may be read aloud', 'may not be read aloud'],
  'machine-translation': [
    'machineTranslation',
    'may be translated by machines',
    'may not be translated by machines',
  ],
  'third-parties': [
    'thirdParties',
    'may be sent to other machines to be read aloud or translated',
    'may not leave this machine',
  ],
} as const satisfies Record<string, readonly [keyof Permits, string, string]>

const names = ['narration', 'machine-translation', 'third-parties'] as const

async function permit({ words, stand }: Call): Promise<number> {
  const [slug, what, answer, ...more] = words
  if (slug === undefined || what === undefined || answer === undefined || more.length > 0) {
    throw new UsageError(
      `Say what it permits: kiosk publication permit the-courier ${names.join('|')} yes|no`,
    )
  }
  const [permission, yes, no] = permits[oneOf('What is permitted', what, names)]
  const isPermitted = oneOf('The answer', answer, ['yes', 'no']) === 'yes'
  const found = await stand.publications.bySlug(slug)
  if (found === null) {
    process.stderr.write(`There is no publication "${slug}" on this stand.\n`)
    return 1
  }
  const said = { permits: { ...found.permits, [permission]: isPermitted } }
  await stand.desk.publications.describe(found.id, said, stand.desk.clock())
  process.stdout.write(`The stories of ${slug} ${isPermitted ? yes : no}.\n`)
  return 0
}
