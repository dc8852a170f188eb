import type { Format } from '../../format.ts'
import { readNinjs } from './read-ninjs.ts'

/** Names that no other JSON format has beside "uri". */
const marks =
  /"(?:\$standard|standard|pub[sS]tatus|version[cC]reated|first[cC]reated|embargoed(?:Until)?|headlines|bodies|descriptions|eventDetails|body_\w+|headline(?:_\w+)?|slugline|associations|renditions|representation[tT]ype|copyright[hH]older)"\s*:/

/** IPTC ninjs 1.x, 2.x and 3.x (iptc.org/standards/ninjs): one story, a list, or a package. */
export const ninjs: Format = {
  name: 'ninjs',
  recognises: ({ text }) =>
    /^\s*[[{]/.test(text) && /"uri"\s*:/.test(text) && marks.test(text) && !isJsonFeed(text),
  read: readNinjs,
}

const isJsonFeed = (text: string) =>
  /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org/.test(text)
