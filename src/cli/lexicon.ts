import { languageTag } from '#ground/language'
import { type Call, UsageError } from './call.ts'

/** `kiosk lexicon set <publication> <name> <said>`, `… list <publication>`, `… remove <publication> <name>` */
export async function lexicon(call: Call): Promise<number> {
  const [verb = '', slug, ...words] = call.words
  const act = verbs[verb]
  if (act === undefined || slug === undefined) {
    throw new UsageError(
      'Say what to do, and for which publication: kiosk lexicon set, list or remove the-courier',
    )
  }
  const publication = await call.stand.publications.bySlug(slug)
  if (publication === null) {
    process.stderr.write(`There is no publication "${slug}" on this stand.\n`)
    return 1
  }
  const { id, language } = publication
  return act({ ...call, words }, { id, slug, language: languageIn(call) ?? language })
}

interface Where {
  readonly id: string
  readonly slug: string
  /** Of the publication, unless the call names another. */
  readonly language: string
}

type Act = (call: Call, where: Where) => Promise<number>

const verbs: Readonly<Record<string, Act>> = { set, list, remove }

/** Longer ones are no names, and would be looked for in every block. */
const longest = 200

async function set({ words, stand }: Call, { id, language }: Where): Promise<number> {
  const [term = '', said = '', ...more] = words.map((word) => word.trim().normalize('NFC'))
  if (term === '' || said === '' || more.length > 0) {
    throw new UsageError(
      'Give the name as it is written and as it is said: kiosk lexicon set the-courier Saltmere "Soltmeer"',
    )
  }
  if (term.length > longest || said.length > longest) {
    throw new UsageError(`A name has at most ${longest} letters.`)
  }
  if (/\p{Cc}/u.test(term + said)) throw new UsageError('A name is a single line of text.')
  await stand.narration.lexicons.set(id, language, term, said)
  process.stdout.write(
    `${language}: "${term}" is said "${said}".\nBlocks with this name are spoken anew when they are next heard.\n`,
  )
  return 0
}

async function list({ words, stand, options }: Call, { id, slug }: Where): Promise<number> {
  if (words.length > 0) throw new UsageError('Name the publication: kiosk lexicon list the-courier')
  const entries = await stand.narration.lexicons.all(id)
  for (const entry of entries) {
    const { language, term, said } = entry
    const line = options.json === true ? JSON.stringify(entry) : `${language}: ${term} → ${said}`
    process.stdout.write(`${line}\n`)
  }
  if (entries.length === 0 && options.json !== true) {
    process.stdout.write(`No names yet: kiosk lexicon set ${slug} Saltmere "Soltmeer"\n`)
  }
  return 0
}

async function remove({ words, stand }: Call, { id, slug, language }: Where): Promise<number> {
  const [term = '', ...more] = words.map((word) => word.trim().normalize('NFC'))
  if (term === '' || more.length > 0) {
    throw new UsageError('Give the name: kiosk lexicon remove the-courier Saltmere')
  }
  const gone = await stand.narration.lexicons.remove(id, language, term)
  if (gone) process.stdout.write(`${language}: "${term}" is said as it is written.\n`)
  else process.stderr.write(`"${term}" is not there in ${language}: kiosk lexicon list ${slug}\n`)
  return gone ? 0 : 1
}

function languageIn({ options }: Call): string | null {
  if (options.language === undefined) return null
  const tag = languageTag(options.language)
  if (tag !== null) return tag
  throw new UsageError(`--language must be a tag such as en or nl, not "${options.language}"`)
}
