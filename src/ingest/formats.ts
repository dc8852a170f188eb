import type { Format } from './format.ts'
import { atom, jsonFeed, rdf, rss } from './formats/feed/feed-formats.ts'

/** Every format that Kiosk reads, in the order in which they are asked. */
export const formats: readonly Format[] = [rss, atom, rdf, jsonFeed]
