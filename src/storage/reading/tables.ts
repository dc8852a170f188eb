/** Where readers are, and what they mean to read. */
export interface ReadingTables {
  reading_place: {
    reader_id: string
    story_id: string
    block: string
    share: number
    at: number
  }
  queued_story: {
    reader_id: string
    story_id: string
    rank: number
    added_at: number
  }
  byline: { story_id: string; key: string; name: string; published_at: number }
  byline_filled: { upto: string }
  interest: { reader_id: string; kind: string; subject: string; stance: string; at: number }
  saved_story: { reader_id: string; story_id: string; at: number; read_at: number | null }
  history_choice: { reader_id: string; since: number }
  mine_feed: { reader_id: string; digest: string; made_at: number }
  opened_story: { reader_id: string; story_id: string; day: string }
  reader_list: ReaderListTable
  list_bar: ListBarTable
  listed_story: {
    list_id: string
    story_id: string
    reader_id: string
    rank: number
    note: string
    added_at: number
  }
}

export interface ListBarTable {
  list_id: string
  reader_id: string
  title: string
  stories: string
  reason: string
  barred_at: number
}

export interface ReaderListTable {
  id: string
  reader_id: string
  title: string
  why: string
  shown_name: string
  share_seed: string | null
  share_digest: string | null
  shared_at: number | null
  made_at: number
  changed_at: number
}
