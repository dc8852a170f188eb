import { addresses } from '../addresses.ts'
import { changeCollection } from '../pages/desk/change.ts'
import { askToDelete, deleteCollection } from '../pages/desk/delete.ts'
import { editCollection } from '../pages/desk/edit.ts'
import { editorsDesk } from '../pages/desk/for-editors.ts'
import { beginCollection, listCollections } from '../pages/desk/list.ts'
import { previewCollection } from '../pages/desk/preview.ts'
import type { Routing } from './routing.ts'

/** Where editors work. */
export function answerDesk({ app, needs, ours }: Routing): void {
  const desk = editorsDesk(needs)
  app.get(addresses.deskCollections, desk(listCollections(needs)))
  app.post(addresses.deskCollections, ...ours, desk(beginCollection(needs)))
  app.get(addresses.deskCollection, desk(editCollection(needs)))
  app.post(addresses.deskCollection, ...ours, desk(changeCollection(needs)))
  app.get(addresses.deskPreview, desk(previewCollection(needs)))
  app.get(addresses.deskDelete, desk(askToDelete(needs)))
  app.post(addresses.deskDelete, ...ours, desk(deleteCollection(needs)))
}
