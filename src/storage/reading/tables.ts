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
}
