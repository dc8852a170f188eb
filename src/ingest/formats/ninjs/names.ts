import { each, type Kind, list, type Names, number, object, oneOf, text, within } from './kinds.ts'

/** The three spellings of ninjs: 1.x, 2.x and 3.x. */
export type Family = 1 | 2 | 3

const status = oneOf('usable', 'withheld', 'canceled')
const types = ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component']
const hundred = within(0, 100)

/** Proposed names that senders use already. */
const advice = object({
  role: text,
  environments: list(object()),
  importance: object({}, ['code']),
  lifetime: object({}, ['code']),
})

const coded = {
  ...each('name rel scheme code creator', text),
  relevance: hundred,
  confidence: hundred,
  contactinfo: list(object()),
}

/** ninjs 1.0 to 1.6: a name for each language or role, maps for renditions and associations. */
const first: Names = {
  ...each(
    'uri mimetype profile version firstcreated versioncreated contentcreated embargoed',
    text,
  ),
  ...each('copyrightholder copyrightnotice usageterms ednote language title byline headline', text),
  ...each('slugline located expires', text),
  ...each('urgency charcount wordcount', number),
  ...each('place event object infosource', list(object(coded))),
  type: oneOf(...types),
  representationtype: oneOf('complete', 'incomplete'),
  pubstatus: status,
  person: list(object(coded)),
  subject: list(object(coded)),
  organisation: list(object({ ...coded, symbols: list(object()) })),
  genre: list(object(coded)),
  trustindicator: list(object(each('scheme code title href', text))),
  renditions: {
    is: 'objects-by-name',
    of: object({
      ...each('href mimetype title format', text),
      ...each('height width sizeinbytes duration', number),
    }),
  },
  associations: { is: 'items-by-name' },
  altids: object(),
  $standard: object(each('name version schema', text)),
  rightsinfo: { is: 'rights', link: 'linkedrights', code: 'encodedrights' },
  digitalsourcetype: object(each('name uri literal', text)),
  advices: list(advice),
}

const named = {
  ...each('name rel role uri literal id creator', text),
  relevance: hundred,
  confidence: hundred,
  contactInfo: list(object()),
}

const places = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
  'Feature',
  'FeatureCollection',
]

const valued = list(
  object({ ...each('role contentType value', text), ...each('charCount wordCount', number) }, [
    'value',
  ]),
)

/** ninjs 3.0 and 3.1; 2.x has the same in lower case. */
const third: Names = {
  ...each('uri profile version firstCreated versionCreated contentCreated embargoedUntil', text),
  ...each('copyrightHolder copyrightNotice usageTerms edNote language title by slugline', text),
  ...each('located expires', text),
  ...each('headlines bodies descriptions', valued),
  ...each('people subjects events objects infoSources genres', list(object(named))),
  type: oneOf(...types, 'event', 'planning'),
  representationType: oneOf('full', 'partial'),
  pubStatus: status,
  urgency: within(1, 9),
  organisations: list(object({ ...named, symbols: list(object()) })),
  places: list(object({ ...named, geoJSON: object({ type: oneOf(...places) }, ['type']) })),
  renditions: list(
    object(
      {
        ...each('name href contentType title format aspectRatio videoCodec', text),
        ...each('transportProtocol scanType bitrate', text),
        ...each('height width sizeInBytes duration frameRate', number),
        poi: object(),
      },
      ['name'],
    ),
  ),
  associations: list({ is: 'item', needs: ['name', 'uri'] }),
  altIds: list(object(each('role value', text))),
  trustIndicators: list(object(each('role title href', text))),
  standard: object(each('name version schema', text)),
  rightsInfo: { is: 'rights', link: 'linkedRights', code: 'encodedRights' },
  digitalSourceType: object(each('name uri literal', text)),
  advices: list(advice),
  eventDetails: object(),
  plannedCoverage: list(object({ urgency: within(1, 9), pubStatus: status, type: text })),
}

const second: Names = {
  ...lowerNames(third),
  embargoed: text,
  type: oneOf(...types),
  urgency: number,
}

const families: Readonly<Record<Family, Names>> = {
  1: first,
  2: without(second, ['embargoeduntil', 'eventdetails', 'plannedcoverage']),
  3: third,
}

/** The names an item of this family may have, each with what its value has to be. */
export const namesOf = (family: Family): Names => families[family]

/** 1.x lets senders make names of their own that begin like these. */
export const ownName = /^(?:description|body|headline)_\w+$/

/** Names that newsroom software adds to ninjs; they say nothing that Kiosk prints. */
export const dialect: ReadonlySet<string> = new Set(
  `annotations attributes authors evolvedfrom evolvedFrom extra extra_items keywords priority
  products readtime service signal source`.split(/\s+/),
)

/** What came later than the family's first version. */
export const since: Readonly<Record<string, number>> = { infosource: 1.2, 'type: component': 1.2 }

function lowerNames(names: Names): Names {
  return Object.fromEntries(
    Object.entries(names).map(([name, kind]) => [name.toLowerCase(), lowerKind(kind)]),
  )
}

function lowerKind(kind: Kind): Kind {
  if (kind.is === 'list') return { ...kind, of: lowerKind(kind.of) }
  if (kind.is === 'rights') return { is: 'rights', link: 'linkedrights', code: 'encodedrights' }
  return kind.is === 'object' && kind.names !== undefined
    ? { ...kind, names: lowerNames(kind.names) }
    : kind
}

function without(names: Names, gone: readonly string[]): Names {
  return Object.fromEntries(Object.entries(names).filter(([name]) => !gone.includes(name)))
}
