import type { AccessTables } from './access/tables.ts'
import type { ReadingTables } from './reading/tables.ts'
import type { RenderingTables } from './renderings/tables.ts'

/** What the columns hold. What a column means is settled in the decoders, not here. */
export interface Tables extends AccessTables, ReadingTables, RenderingTables {
  publication: PublicationTable
  edition: EditionTable
  story: StoryTable
  on_stand: OnStandTable
  topic_count: { topic: string; stories: number }
  day_count: { day: number; stories: number }
  revision: RevisionTable
  rest: { story_id: string; revision: number; html: string; blocks: string }
  picture_use: { digest: string; story_id: string; place: string }
  former_slug: { slug: string; publication_id: string }
  received: ReceivedTable
  held: HeldTable
  feed: FeedTable
  collection: CollectionTable
  collection_story: { collection_id: string; story_id: string; rank: number; reason: string }
  fingerprint: { story_id: string; number: number; day: number; numbers: string }
  fingerprint_band: { bucket: number; day: number; number: number }
  alike: { story_id: string; other_id: string; resemblance: number }
  alike_place: { position: number; done: number }
  outbox: { position: number; at: number; kind: string; facts: string }
  reader: ReaderTable
  reader_role: { reader_id: string; role: string; publication_id: string; given_at: number }
  sign_in: SignInTable
  session: SessionTable
  passkey: PasskeyTable
  spent_challenge: { digest: string; ends_at: number }
  identity: IdentityTable
  rate: { key: string; part: number; count: number; ends_at: number }
  mail: MailTable
  migration: { name: string; digest: string; ran_at: number }
}

export interface PublicationTable {
  id: string
  slug: string
  title: string
  kind: string
  language: string
  description: string
  home: string | null
  time_zone: string
  door: string
  cut_paragraphs: number
  cut_words: number | null
  cut_share: number
  created_at: number
  country: string
  rhythm: string
  topics: string
  licence: string
  logo: string | null
  logo_digest: string | null
  narration: number
  machine_translation: number
  third_parties: number
}

export interface EditionTable {
  id: string
  publication_id: string
  date: string
  slug: string
  name: string
  published_at: number
  cover: string | null
  cover_digest: string | null
  stories: number
}

export interface OnStandTable {
  publication_id: string
  first_date: string
  before_date: string | null
  newest_date: string
  newest_at: number
  newest_id: string
}

export interface StoryTable {
  id: string
  publication_id: string
  edition_id: string
  slug: string
  position: number
  section: string
  revision: number
  headline: string
  standfirst: string
  bylines: string
  language: string
  direction: string
  door: string
  minutes: number
  picture: string | null
  lead_html: string
  left_paragraphs: number | null
  left_words: number | null
  left_minutes: number | null
  home: string | null
  complete: number
  published_at: number
  withdrawn_at: number | null
  withdrawn_by: string | null
  topic: string
  work: string
  translated_from: string
  translators: string
  changed_at: number
}

export interface RevisionTable {
  story_id: string
  number: number
  at: number
  note: string
  headline: string
  standfirst: string
  lead_blocks: string
  block_marks: string
}

export interface ReceivedTable {
  publication_id: string
  key: string
  digest: string
  story_id: string | null
  at: number
  version: number | null
}

export interface HeldTable {
  publication_id: string
  key: string
  until: number | null
  because: string
  draft: string
  edition_name: string
  at: number
  place: number
}

export interface FeedTable {
  id: string
  address: string
  publication_id: string
  door: string | null
  etag: string | null
  last_modified: string | null
  next_at: number
  failures: number
  polled_at: number | null
  outcome: string
  created_at: number
}

export interface ReaderTable {
  id: string
  address: string
  address_key: string
  name: string
  locale: string
  joined_at: number
  choices: string
}

export interface CollectionTable {
  id: string
  slug: string
  title: string
  introduction: string
  language: string
  everywhere: number
  editor: string
  topic: string
  starts_at: number | null
  ends_at: number | null
  revision: number
  changed_at: number
}

export interface SignInTable {
  id: string
  purpose: string
  reader_id: string | null
  address: string
  address_key: string
  locale: string
  code_digest: string
  link_digest: string
  browser_digest: string
  return_path: string
  asked_at: number
  ends_at: number
  tries: number
  used_at: number | null
}

export interface SessionTable {
  id: string
  reader_id: string
  token_digest: string
  former_digest: string | null
  former_until: number | null
  browser: string
  system: string
  means: string
  began_at: number
  used_at: number
  rotated_at: number
}

export interface PasskeyTable {
  id: string
  reader_id: string
  public_key: string
  counter: number
  transports: string
  name: string
  synced: number
  added_at: number
  used_at: number | null
}

export interface IdentityTable {
  issuer: string
  subject: string
  reader_id: string
  added_at: number
  used_at: number
}

export interface MailTable {
  id: string
  once: string | null
  reader_id: string | null
  kind: string
  sealed: string
  asked_at: number
  useless_at: number | null
  done_at: number | null
  next_at: number | null
  failures: number
  taken: number
  outcome: string
}
