/** What is made of stories: sounds and translations, and how their names are said. */
export interface RenderingTables {
  pronunciation: { publication_id: string; language: string; term: string; said: string }
  glossary: { publication_id: string; term: string; language: string; target: string | null }
  sound: {
    key: string
    blob: string
    bytes: number
    samples: number
    sample_rate: number
    marks: string
    made_at: number
  }
  sound_of_story: { story_id: string; sound_key: string; revision: number }
  translated_block: {
    key: string
    segments: string
    engine: string
    flags: string
    made_at: number
  }
  translation_of_story: { story_id: string; block_key: string; revision: number }
  engine_use: { engine: string; month: string; characters: number }
}
