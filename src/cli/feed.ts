import { addFeed, type PollNeeds, summaryOf } from '#jobs'
import { type Call, doorIn, saidIn, UsageError } from './call.ts'

/** `kiosk feed add <address>`, `kiosk feed list`, `kiosk feed remove <address>` */
export async function feed(call: Call): Promise<number> {
  const [verb = '', ...words] = call.words
  const act = verbs[verb]
  if (act === undefined) throw new UsageError('Say what to do: kiosk feed add, list or remove')
  return act({ ...call, words })
}

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = { add, list, remove }

async function add(call: Call): Promise<number> {
  const address = oneAddress(call)
  const { desk, feeds } = call.stand
  const polling: PollNeeds = { ...desk, feeds, everyMinutes: call.feedMinutes, random: Math.random }
  const work = { address, said: saidIn(call.options), door: doorIn(call.options) }
  const added = await addFeed(polling, work)
  if (!added.ok) {
    process.stderr.write(`${added.reason}\n`)
    return 1
  }
  const { feed: kept, answers } = added.value
  process.stdout.write(`${kept.publicationSlug}: ${summaryOf(answers)}\n`)
  process.stdout.write(`The running server asks ${kept.address} for news from now on.\n`)
  return 0
}

async function list({ stand, options }: Call): Promise<number> {
  const feeds = await stand.feeds.all()
  if (options.json === true) {
    for (const one of feeds) process.stdout.write(`${JSON.stringify(one)}\n`)
    return 0
  }
  if (feeds.length === 0) process.stdout.write('No feeds yet: kiosk feed add <address>\n')
  for (const { address, publicationSlug, polledAt, outcome, nextAt, failures } of feeds) {
    const last = polledAt === null ? 'not polled yet' : `${polledAt}: ${outcome}`
    const trouble = failures === 0 ? '' : ` (failed ${failures} times)`
    process.stdout.write(`${address}\n  ${publicationSlug} · ${last}${trouble} · next ${nextAt}\n`)
  }
  return 0
}

async function remove(call: Call): Promise<number> {
  const address = oneAddress(call)
  const gone = await call.stand.feeds.remove(address)
  if (gone) process.stdout.write(`No longer polled: ${address}\nIts stories stay on the stand.\n`)
  else process.stderr.write(`"${address}" is not polled: kiosk feed list\n`)
  return gone ? 0 : 1
}

function oneAddress({ words }: Call): string {
  const [address, ...more] = words
  const url = address === undefined ? null : URL.parse(address)
  if (url !== null && /^https?:$/.test(url.protocol) && more.length === 0) return url.href
  throw new UsageError('Give one address that begins with http:// or https://')
}
