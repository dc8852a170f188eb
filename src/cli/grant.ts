import type { Grant } from '#access'
import { mailAddressIn, type Reader } from '#accounts'
import { newId } from '#ground/ids'
import { type Call, dayIn, UsageError } from './call.ts'
import { namesIn } from './story-name.ts'

/** `kiosk grant add <e-mail>`, `kiosk grant list <e-mail>`, `kiosk grant end <key>` */
export async function grant(call: Call): Promise<number> {
  const [verb = '', ...words] = call.words
  const act = verbs[verb]
  if (act === undefined) throw new UsageError('Say what to do: kiosk grant add, list or end')
  return act({ ...call, words })
}

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = { add, list, end }

async function add(call: Call): Promise<number> {
  const { stand, options } = call
  const address = oneWord(call, 'kiosk grant add ana@example.org --opens stand')
  const reader = await readerAt(call, address)
  if (reader === null) return 1
  const since = stand.desk.clock()
  const until = dayIn('--until', options.until, stand.desk.timeZone)
  if (until !== null && Temporal.Instant.compare(until, since) <= 0) {
    throw new UsageError('--until must be a day that is still to come')
  }
  const opens = await opensIn(call)
  const key = `given:${newId()}`
  const note = options.note ?? ''
  const given = { key, readerId: reader.id, from: 'given', opens, since, until, note } as const
  await stand.access.grants.give(given, since)
  process.stdout.write(`${describe(given)}\n`)
  return 0
}

async function list(call: Call): Promise<number> {
  const address = oneWord(call, 'kiosk grant list ana@example.org')
  const reader = await readerAt(call, address)
  if (reader === null) return 1
  const grants = await call.stand.access.grants.of(reader.id)
  if (call.options.json === true) {
    for (const one of grants) process.stdout.write(`${JSON.stringify(one)}\n`)
    return 0
  }
  if (grants.length === 0) process.stdout.write(`${address} holds no right to read.\n`)
  for (const one of grants) process.stdout.write(`${describe(one)}\n`)
  return 0
}

async function end(call: Call): Promise<number> {
  const key = oneWord(call, 'kiosk grant end given:…, as kiosk grant list shows it')
  const ended = await call.stand.access.grants.end(key, call.stand.desk.clock())
  if (ended === null) {
    process.stderr.write(`Nobody was given "${key}", or it has ended: kiosk grant list\n`)
    return 1
  }
  process.stdout.write(`Ended: ${describe(ended)}\n`)
  return 0
}

async function readerAt({ stand }: Call, address: string): Promise<Reader | null> {
  const key = mailAddressIn(address)?.key
  if (key === undefined) throw new UsageError(`"${address}" is no e-mail address`)
  const reader = await stand.accounts.readers.byAddress(key)
  if (reader === null) process.stderr.write(`Nobody with the address "${address}" has joined.\n`)
  return reader
}

/** What `--opens` names: the stand, a plan, or something on the stand by its address. */
async function opensIn({ stand, options }: Call): Promise<Grant['opens']> {
  const given = options.opens ?? 'stand'
  if (given === 'stand') return { what: 'stand' }
  if (given.startsWith('plan:')) {
    const plan = await stand.access.plans.byName(given.slice('plan:'.length))
    if (plan !== null) return { what: 'plan', id: plan.id }
    throw new UsageError(`--opens names no plan of the stand: "${given}"`)
  }
  const [slug = '', edition, story] = namesIn(given)
  const publication = await stand.publications.bySlug(slug)
  if (publication === null) throw new UsageError(`--opens: there is no publication "${slug}"`)
  if (edition === undefined) return { what: 'publication', id: publication.id }
  if (story !== undefined) {
    const found = await stand.stories.byAddress({ publication: slug, edition, story })
    if (found !== null && found !== 'withdrawn') return { what: 'story', id: found.id }
    throw new UsageError(`--opens: there is no story "${given}"`)
  }
  const found = await stand.editions.byAddress(slug, edition)
  if (found === null) throw new UsageError(`--opens: there is no edition "${given}"`)
  return { what: 'edition', id: found.id }
}

function describe({ key, from, opens, since, until, note }: Grant): string {
  const what = opens.what === 'stand' ? 'the whole stand' : `${opens.what} ${opens.id}`
  const end = until === null ? 'without end' : `until ${until}`
  const why = note === '' ? '' : ` (${note})`
  return `${key}\n  ${from}: ${what}, from ${since} ${end}${why}`
}

function oneWord({ words }: Call, example: string): string {
  const [word, ...more] = words
  if (word === undefined || more.length > 0) throw new UsageError(`Name one: ${example}`)
  return word
}
