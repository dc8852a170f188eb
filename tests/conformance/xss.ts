import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readyHtml, withIds } from '#catalogue'
import { blocksFromHtml } from '../../src/ingest/html/blocks-from-html.ts'
import { elementsIn, treeOf } from '../../src/ingest/html/tree.ts'
import { openBrowser, whatRuns } from './browser.ts'
import { htmlOfDrafts } from './html-of-drafts.ts'
import type { Miss, Run } from './report.ts'

const context = { base: 'https://tideline.example/', language: 'en' }

/** Hostile HTML, cleaned: parsed again, cleaned again, and opened in a browser. */
export const run: Run = async (corpora) => {
  const file = join('xss-dompurify', 'vectors.json')
  if (!existsSync(join(corpora, file))) return []
  const payloads = payloadsIn(JSON.parse(readFileSync(join(corpora, file), 'utf8')))
  const misses: Miss[] = []
  let alive = 0
  await using browser = await openBrowser()
  const window = await browser.newContext()
  const waiting = payloads.entries()
  const hand = async () => {
    for (const [at, payload] of waiting) {
      const ran = await whatRuns(window, asOnPage(payload))
      const found = [...faultsOf(payload), ['in a browser', 'nothing', ran.join('; ')] as const]
      for (const [field, expected, got] of found) {
        if (got !== '') misses.push({ file: `${file} ${at}`, field, expected, got, why: '' })
      }
      const raw = await whatRuns(window, payload)
      alive += Math.sign(raw.length)
    }
  }
  await Promise.all([hand(), hand(), hand(), hand()])
  // A browser in which nothing ever runs would prove nothing.
  if (alive < payloads.length / 10) {
    misses.push({ file, field: 'browser', expected: 'runs scripts', got: `${alive}`, why: '' })
  }
  const fields = payloads.length * 3
  const counts = { 'run when not cleaned': alive }
  const equal = fields - misses.length
  return { suite: 'xss', cases: payloads.length, fields, equal, bar: 1, misses, counts }
}

/** What is found in the cleaned HTML without a browser; empty words for nothing. */
function faultsOf(payload: string): (readonly [field: string, expected: string, got: string])[] {
  const { blocks } = blocksFromHtml(payload, context)
  const again = blocksFromHtml(htmlOfDrafts(blocks), context).blocks
  const changed = isDeepStrictEqual(again, blocks) ? '' : JSON.stringify(again)
  return [
    ['parsed again', 'nothing executable', executableIn(asOnPage(payload))],
    ['cleaned again', JSON.stringify(blocks), changed],
  ]
}

function payloadsIn(vectors: unknown): string[] {
  if (!Array.isArray(vectors)) return []
  return vectors.map((vector: unknown) =>
    typeof vector === 'object' && vector !== null && 'payload' in vector
      ? String(vector.payload)
      : '',
  )
}

const kept = { digest: 'd', width: 9, height: 9, widths: [9], thumbhash: '', tone: '#000000' }

/** The ready HTML that a story with this text would have. */
function asOnPage(payload: string): string {
  const blocks = blocksFromHtml(payload, context).blocks.map((block) =>
    block.kind === 'picture' ? { ...block, picture: kept } : block,
  )
  return readyHtml(withIds(blocks), 'lead')
}

const runs =
  /^(?:script|style|iframe|object|embed|form|input|button|svg|math|base|meta|link|template|noscript|textarea|select)$/

function executableIn(html: string): string {
  for (const { tagName, namespaceURI, attrs } of elementsIn(treeOf(html))) {
    if (runs.test(tagName) || !namespaceURI.endsWith('/xhtml')) return tagName
    for (const { name, value } of attrs) {
      if (/^on|^style$|^form|^xlink/.test(name)) return `${tagName} ${name}`
      if (/^(?:href|src)$/.test(name) && !/^(?:https?:|mailto:|\/pictures\/)/.test(value))
        return value
    }
  }
  return ''
}
