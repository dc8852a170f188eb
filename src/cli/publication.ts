import { slugOf } from '#ground/slug'
import { type Call, UsageError } from './call.ts'

/** `kiosk publication rename <name> <new name>` */
export async function publication({ words, stand }: Call): Promise<number> {
  const [verb, from, to, ...more] = words
  if (verb !== 'rename' || from === undefined || to === undefined || more.length > 0) {
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
