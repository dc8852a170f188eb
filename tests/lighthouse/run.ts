import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'

/** No dependency of Kiosk: npm fetches it when it is asked for. */
const lighthouse = 'lighthouse@13.5.0'
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** One measurement of one page. */
export interface Measured {
  /** 0 to 100, in the order of `categories`. */
  readonly scores: readonly number[]
  readonly largestPaintMs: number
  readonly blockingMs: number
  readonly shift: number
  /** Bytes as they came over the wire, headers included. */
  readonly transferred: number
  readonly script: number
  /** What cost points, in Lighthouse's words. */
  readonly complaints: readonly string[]
}

const audit = z.object({
  title: z.string(),
  score: z.number().nullable(),
  numericValue: z.number().optional(),
  explanation: z.string().optional(),
  details: z.unknown().optional(),
})

/** The details of the audit that lists what was asked for; those of others look otherwise. */
const requested = z.object({
  items: z.array(z.object({ transferSize: z.number(), resourceType: z.string().optional() })),
})

const report = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(z.string(), audit),
})

/**
 * Measures a page as a phone on a slow network sees it (Lighthouse's own simulation).
 * @throws when Lighthouse fails, with what it says
 */
export async function measure(address: string, folder: string): Promise<Measured> {
  const file = join(folder, 'report.json')
  const words = [
    ...['--yes', lighthouse, address, '--quiet', '--output=json', `--output-path=${file}`],
    ...['--form-factor=mobile', `--only-categories=${categories.join()}`],
    '--chrome-flags=--headless=new --no-sandbox --disable-quic --no-first-run',
  ]
  const env = { ...process.env, CHROME_PATH: process.env.KIOSK_CHROMIUM ?? '/usr/bin/chromium' }
  await promisify(execFile)('npx', words, { env, cwd: folder, maxBuffer: 100_000_000 })
  return measuredIn(report.parse(JSON.parse(await readFile(file, 'utf8'))))
}

function measuredIn({
  runtimeError,
  categories: scored,
  audits,
}: z.infer<typeof report>): Measured {
  if (runtimeError !== undefined) throw new Error(runtimeError.message)
  const number = (id: string) => audits[id]?.numericValue ?? Number.NaN
  const { items: requests } = requested.parse(audits['network-requests']?.details)
  const bytes = (of: typeof requests) => of.reduce((sum, one) => sum + one.transferSize, 0)
  return {
    scores: categories.map((name) => Math.round((scored[name]?.score ?? 0) * 100)),
    largestPaintMs: number('largest-contentful-paint'),
    blockingMs: number('total-blocking-time'),
    shift: number('cumulative-layout-shift'),
    transferred: bytes(requests),
    script: bytes(requests.filter(({ resourceType }) => resourceType === 'Script')),
    complaints: Object.values(scored)
      .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
      .map(({ id }) => audits[id])
      .filter((one) => one !== undefined && one.score !== null && one.score < 0.9)
      .map((one) => [one?.title, one?.explanation].filter(Boolean).join(': ')),
  }
}

/** Of each number the one in the middle. */
export function medianOf(all: readonly Measured[]): Measured {
  const middle = (pick: (one: Measured) => number) =>
    all.map(pick).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
  return {
    scores: categories.map((_, at) => middle(({ scores }) => scores[at] ?? 0)),
    largestPaintMs: middle((one) => one.largestPaintMs),
    blockingMs: middle((one) => one.blockingMs),
    shift: middle((one) => one.shift),
    transferred: middle((one) => one.transferred),
    script: middle((one) => one.script),
    complaints: [...new Set(all.flatMap(({ complaints }) => complaints))],
  }
}
