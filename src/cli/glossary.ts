import { languageTag } from '#ground/language'
import { type Call, UsageError } from './call.ts'

/** `kiosk glossary set <publication> <term> [<target>]`, `… list <publication>`, `… remove <publication> <term>` */
export async function glossary(call: Call): Promise<number> {
  const [verb = '', ...words] = call.words
  const act = verbs[verb]
  if (act === undefined) throw new UsageError('Say what to do: kiosk glossary set, list or remove')
  return act({ ...call, words })
}

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = { set, list, remove }

/** Longer ones are no names, and would be looked for in every block. */
const longest = 200

async function set(call: Call): Promise<number> {
  const [slug, term = '', target, ...more] = call.words
  if (slug === undefined || term.trim() === '' || more.length > 0) {
    throw new UsageError(
      'Name the publication, the name, and what it is called there: kiosk glossary set the-courier "Low Water" Ebbe --language de',
    )
  }
  if ([term, target ?? ''].some((text) => text.length > longest)) {
    throw new UsageError(`A name has at most ${longest} letters.`)
  }
  const language = languageIn(call)
  if (target !== undefined && language === '') {
    throw new UsageError(`--language must say in which language "${term}" is called "${target}"`)
  }
  const publication = await publicationNamed(call, slug)
  if (publication === null) return 1
  const entry = { term: term.trim(), language, target: target?.trim() || null }
  await call.stand.translation.glossaries.set(publication.id, entry)
  process.stdout.write(
    `${describe(entry)}\nBlocks with this name are translated anew when they are next read.\n`,
  )
  return 0
}

async function list(call: Call): Promise<number> {
  const [slug, ...more] = call.words
  if (slug === undefined || more.length > 0) {
    throw new UsageError('Name the publication: kiosk glossary list the-courier')
  }
  const publication = await publicationNamed(call, slug)
  if (publication === null) return 1
  const entries = await call.stand.translation.glossaries.of(publication.id)
  for (const entry of entries) {
    const line = call.options.json === true ? JSON.stringify(entry) : describe(entry)
    process.stdout.write(`${line}\n`)
  }
  if (entries.length === 0 && call.options.json !== true) {
    process.stdout.write(`No names yet: kiosk glossary set ${slug} "Low Water"\n`)
  }
  return 0
}

async function remove(call: Call): Promise<number> {
  const [slug, term, ...more] = call.words
  if (slug === undefined || term === undefined || more.length > 0) {
    throw new UsageError('Name both: kiosk glossary remove the-courier "Low Water" --language de')
  }
  const publication = await publicationNamed(call, slug)
  if (publication === null) return 1
  const gone = await call.stand.translation.glossaries.remove(
    publication.id,
    term,
    languageIn(call),
  )
  if (gone) {
    process.stdout.write(`Removed: ${term}\n`)
    return 0
  }
  process.stderr.write(`There is no such entry: kiosk glossary list ${slug}\n`)
  return 1
}

function describe({
  term,
  language,
  target,
}: {
  term: string
  language: string
  target: string | null
}) {
  const where = language === '' ? 'everywhere' : `in ${language}`
  return target === null ? `${term}: stays as it is ${where}` : `${term}: ${target} ${where}`
}

function languageIn({ options }: Call): string {
  if (options.language === undefined) return ''
  const tag = languageTag(options.language)
  if (tag !== null) return tag
  throw new UsageError(`--language must be a tag such as en or nl, not "${options.language}"`)
}

async function publicationNamed({ stand }: Call, slug: string) {
  const found = await stand.publications.bySlug(slug)
  if (found === null) process.stderr.write(`There is no publication "${slug}" on this stand.\n`)
  return found
}
