import { digestOf } from '#ground/digest'
import { charactersIn, oneLine } from '#ground/one-line'
import { listRules } from '#reading'
import { type Call, UsageError } from './call.ts'

/** `kiosk shared`, `kiosk shared end <address or id> [reason]`, `kiosk shared ended`, `kiosk shared lift <id>` */
export async function shared(call: Call): Promise<number> {
  const [verb, named, ...more] = call.words
  if (verb === undefined) return list(call)
  if (verb === 'end' && named !== undefined) return end(call, named, reasonIn(more))
  if (verb === 'ended' && named === undefined) return ended(call)
  if (verb === 'lift' && named !== undefined && more.length === 0) return lift(call, named)
  throw new UsageError(
    'Say: kiosk shared; kiosk shared end <address or id of a list> "why, for its reader"; ' +
      'kiosk shared ended; or kiosk shared lift <id>',
  )
}

function reasonIn(words: readonly string[]): string {
  const reason = oneLine(words.join(' '))
  const most = listRules.longest.why
  if (charactersIn(reason) <= most) return reason
  throw new UsageError(`The reason has ${charactersIn(reason)} characters: say it in ${most}`)
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

async function end({ stand }: Call, named: string, reason: string): Promise<number> {
  const [, token] = /\/lists\/(?:shared\/)?([\w-]{43})/.exec(named) ?? []
  const because = { reason, at: stand.desk.clock() }
  const key = token === undefined ? named : digestOf(token)
  const title = await stand.sharedLists.bar(key, because)
  if (title !== null) process.stdout.write(`No longer shared: ${title}\n`)
  else process.stderr.write(`No list is shared as "${named}": kiosk shared tells which are\n`)
  return title === null ? 1 : 0
}

async function ended({ stand, options }: Call): Promise<number> {
  const bars = await stand.sharedLists.barred()
  if (options.json === true) {
    for (const one of bars) process.stdout.write(`${JSON.stringify(one)}\n`)
    return 0
  }
  if (bars.length === 0) process.stdout.write('The sharing of no list was ended.\n')
  for (const { listId, title, reason, at } of bars) {
    const said = reason === '' ? 'no reason was given' : reason
    process.stdout.write(`${title}\n  ${said}\n  ended ${at}\n  ${listId}\n`)
  }
  return 0
}

async function lift({ stand }: Call, id: string): Promise<number> {
  const title = await stand.sharedLists.lift(id)
  if (title !== null) process.stdout.write(`May be shared again: ${title}\n`)
  else
    process.stderr.write(
      `The sharing of no list "${id}" was ended: kiosk shared ended tells which\n`,
    )
  return title === null ? 1 : 0
}
