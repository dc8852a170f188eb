import type { Selectable } from 'kysely'
import type { ListBar } from '#reading'
import { instantFrom } from '../columns.ts'
import type { ListBarTable } from './tables.ts'

/** What keeps a list from being shared, as it is kept. */
export const barFrom = (row: Selectable<ListBarTable>): ListBar => ({
  listId: row.list_id,
  title: row.title,
  storyIds: row.stories.split(' ').filter((id) => id !== ''),
  reason: row.reason,
  at: instantFrom(row.barred_at),
})
