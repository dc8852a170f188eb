import { raw } from 'hono/html'
import type { Graph } from 'schema-dts'
import type { Html } from '../page.ts'

/**
 * JSON-LD as a data block of a page, which browsers do not run. Nothing in it can end the block or
 * begin a comment, since it holds no "<"; the two line ends that JavaScript once did not know
 * (U+2028, U+2029) are written as references as well.
 */
export function dataBlock(graph: Graph): Html {
  const json = JSON.stringify(graph).replace(/[<>&\u2028\u2029]/g, reference)
  return raw(`<script type="application/ld+json">${json}</script>`)
}

const reference = (mark: string) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`
