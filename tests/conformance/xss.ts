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
  const counts: Record<string, number> = { 'run when not cleaned': 0, 'run when cleaned': 0 }
  await using browser = await openBrowser()
  for (const [at, payload] of payloads.entries()) {
    const miss = (field: string, expected: string, got: string) =>
      misses.push({ file: `${file} ${at}`, field, expected, got, why: '' })
    const { blocks } = blocksFromHtml(payload, context)
    const page = asOnPage(payload)
    const alive = executableIn(page)
    if (alive !== '') miss('parsed again', 'nothing executable', alive)
    const again = blocksFromHtml(htmlOfDrafts(blocks), context).blocks
    if (!isDeepStrictEqual(again, blocks)) {
      miss('cleaned again', JSON.stringify(blocks), JSON.stringify(again))
    }
    const ran = await whatRuns(browser, page)
    if (ran.length > 0) miss('in a browser', 'nothing runs, nothing is asked for', ran.join('; '))
    counts['run when cleaned'] = (counts['run when cleaned'] ?? 0) + Math.sign(ran.length)
    const raw = await whatRuns(browser, payload)
    counts['run when not cleaned'] = (counts['run when not cleaned'] ?? 0) + Math.sign(raw.length)
  }
  // A browser in which nothing ever runs would prove nothing.
  if ((counts['run when not cleaned'] ?? 0) < payloads.length / 10) {
    const got = String(counts['run when not cleaned'])
    misses.push({ file, field: 'browser', expected: 'runs scripts', got, why: '' })
  }
  const fields = payloads.length * 3
  return {
    suite: 'xss',
    cases: payloads.length,
    fields,
    equal: fields - misses.length,
    bar: 1,
    misses,
    counts,
  }
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
  return readyHtml(withIds(blocks))
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
