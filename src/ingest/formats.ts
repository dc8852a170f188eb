import type { Format } from './format.ts'
import { atom, rdf, rss } from './formats/feed/feed-formats.ts'
import { jsonFeed } from './formats/feed/json-feed.ts'
import { markdown } from './formats/markdown/index.ts'
import { ninjs } from './formats/ninjs/index.ts'
import { plainJson } from './formats/plain-json/index.ts'

/**
 * Every format that Kiosk reads, in the order in which they are asked: those that name themselves
 * before those that are known by their looks.
 */
export const formats: readonly Format[] = [rss, atom, rdf, jsonFeed, ninjs, plainJson, markdown]
