import { type Call, UsageError } from './call.ts'

/** `kiosk held`, `kiosk held drop <publication> <key>` */
export async function held(call: Call): Promise<number> {
  const [verb, slug, key, ...more] = call.words
  if (verb === undefined) return list(call)
  if (verb === 'drop' && slug !== undefined && key !== undefined && more.length === 0) {
    return drop(call, slug, key)
  }
  throw new UsageError('Say: kiosk held, or kiosk held drop <publication> <key>')
}

async function list({ stand, options }: Call): Promise<number> {
  const waiting = await stand.desk.press.waiting()
  if (options.json === true) {
    for (const one of waiting) process.stdout.write(`${JSON.stringify(one)}\n`)
    return 0
  }
  if (waiting.length === 0) process.stdout.write('Nothing is held.\n')
  for (const { publication, key, headline, until, because } of waiting) {
    const hour = until === null ? 'until its sender releases it' : `until ${until}`
    process.stdout.write(`${headline}\n  ${publication} ${key}\n  ${hour}: ${because.message}\n`)
  }
  return 0
}

async function drop({ stand }: Call, slug: string, key: string): Promise<number> {
  const publication = await stand.publications.bySlug(slug)
  const story = { publicationId: publication?.id ?? '', key }
  const gone = publication !== null && (await stand.desk.press.drop(story))
  if (gone) process.stdout.write(`No longer held: ${slug} ${key}\n`)
  else process.stderr.write(`Nothing of "${slug} ${key}" is held: kiosk held lists what is\n`)
  return gone ? 0 : 1
}
