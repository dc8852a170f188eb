import { digestOf } from '#ground/digest'
import { type Call, UsageError } from './call.ts'

/** `kiosk shared`, `kiosk shared end <address or id>` */
export async function shared(call: Call): Promise<number> {
  const [verb, named, ...more] = call.words
  if (verb === undefined) return list(call)
  if (verb === 'end' && named !== undefined && more.length === 0) return end(call, named)
  throw new UsageError('Say: kiosk shared, or kiosk shared end <address or id of a list>')
}

async function list({ stand, options }: Call): Promise<number> {
  const lists = await stand.sharedLists.all()
  if (options.json === true) {
    for (const one of lists) process.stdout.write(`${JSON.stringify(one)}\n`)
    return 0
  }
  if (lists.length === 0) process.stdout.write('No reader shares a list.\n')
  for (const { id, title, why, shownName, stories, since } of lists) {
    const by = shownName === '' ? 'by a reader' : `by "${shownName}"`
    const about = why === '' ? '' : `\n  ${why}`
    process.stdout.write(`${title}${about}\n  ${by}, ${stories} stories, since ${since}\n  ${id}\n`)
  }
  return 0
}

async function end({ stand }: Call, named: string): Promise<number> {
  const [, token] = /\/lists\/(?:shared\/)?([\w-]{43})/.exec(named) ?? []
  const title = await stand.sharedLists.bar(token === undefined ? named : digestOf(token))
  if (title !== null) process.stdout.write(`No longer shared: ${title}\n`)
  else process.stderr.write(`No list is shared as "${named}": kiosk shared tells which are\n`)
  return title === null ? 1 : 0
}
