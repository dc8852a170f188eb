import { resolve } from 'node:path'
import type { Answer, Progress } from '#desk'
import { openProgressBar } from '#ground/progress-bar'
import { slugOf } from '#ground/slug'
import type { Remark } from '#ingest'
import { importSource, isWebAddress } from '#jobs'
import { addresses, href } from '#web'
import { type Call, doorIn, momentIn, saidIn, UsageError } from './call.ts'
import { openTally } from './tally.ts'

/** `kiosk import <address|file|folder>` */
export async function importCommand(call: Call): Promise<number> {
  const [given, ...more] = call.words
  if (!given?.trim() || more.length > 0) {
    throw new UsageError('Give one address, file or folder: kiosk import <address|file|folder>')
  }
  const { desk, publications } = call.stand
  const known = await publications.bySlug(slugOf(call.options.publication ?? ''))
  const timeZone = known?.timeZone ?? desk.timeZone
  const steps = importSource(
    { ...desk, timeZone },
    {
      source: isWebAddress(given) ? given : resolve(call.from, given),
      said: saidIn(call.options),
      door: doorIn(call.options),
      publishAt: momentIn(call.options),
      editionName: call.options['edition-name'] ?? '',
    },
  )
  return call.options.json === true ? asJson(steps) : asText(steps, call.publicUrl)
}

async function asJson(steps: AsyncIterable<Progress>): Promise<number> {
  const tally = openTally()
  const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)
  for await (const step of steps) {
    if (step.kind === 'answer') {
      tally.add(step.answer)
      say(step.answer)
    } else if (step.kind === 'read') {
      const { from, items, remarks } = step
      if (remarks.length > 0) say({ read: from, items, remarks })
    } else if (step.kind === 'publication') {
      const { slug, title } = step.publication
      say({ publication: slug, title, added: step.added })
    }
  }
  say({ summary: tally.counts })
  return tally.any ? 0 : 1
}

/** More than this many complaints on a screen are not read; `--json` has them all. */
const complaintsShown = 20

async function asText(steps: AsyncIterable<Progress>, publicUrl: URL): Promise<number> {
  const tally = openTally()
  const bar = openProgressBar()
  const complaints: Complaint[] = []
  const shelves = new Map<string, string>()
  let items = 0
  let answered = 0
  for await (const step of steps) {
    if (step.kind === 'read') {
      items += step.items
      if (step.remarks.length > 0) complaints.push(['read', step.from, step.remarks])
    }
    if (step.kind === 'publication') shelves.set(step.publication.slug, step.publication.title)
    if (step.kind === 'answer') {
      answered += 1
      tally.add(step.answer)
      if (step.answer.status !== 'accepted') complaints.push(complaintOf(step.answer))
    }
    bar.show(answered, Math.max(items, answered), whatIn(step))
  }
  bar.clear()
  for (const complaint of complaints.slice(0, complaintsShown)) complain(complaint)
  const hidden = complaints.length - complaintsShown
  if (hidden > 0) process.stderr.write(`… and ${hidden} more: --json lists them all\n`)
  process.stdout.write(`${tally}\n`)
  if (tally.any) {
    for (const [publication, title] of shelves) {
      const path = href(addresses.publication, { locale: 'en', publication })
      process.stdout.write(`${title}: ${new URL(path, publicUrl)}\n`)
    }
  }
  return tally.any ? 0 : 1
}

function whatIn(step: Progress): string {
  if (step.kind === 'read') return step.from
  return step.kind === 'publication' ? step.publication.title : step.answer.headline
}

/** What became of it, what it is, and why. */
type Complaint = readonly [status: string, name: string, remarks: readonly Remark[]]

function complaintOf({ status, where, headline, remarks, code, message }: Answer): Complaint {
  const name = headline === '' ? where : `${where}: ${headline}`
  return [status, name, remarks.length > 0 ? remarks : [{ code, message, where: '' }]]
}

function complain([status, name, remarks]: Complaint): void {
  process.stderr.write(`${status}: ${name}\n`)
  for (const { code, message, where } of remarks) {
    process.stderr.write(`  ${code}: ${message}${where === '' ? '' : ` (${where})`}\n`)
  }
}
