import { addresses } from '../addresses.ts'
import { keepPlaces, sendPlace } from '../pages/account/places.ts'
import { changeHistory, showHistory } from '../pages/history/show.ts'
import { changeList, mostBytesOfList } from '../pages/lists/change-list.ts'
import { changeLists } from '../pages/lists/change-lists.ts'
import { askToDeleteList, deleteList } from '../pages/lists/delete-list.ts'
import { showSharedList } from '../pages/lists/shared-list.ts'
import { showList } from '../pages/lists/show-list.ts'
import { showLists } from '../pages/lists/show-lists.ts'
import { changeMine } from '../pages/mine/change.ts'
import { changeMineFeed } from '../pages/mine/feed.ts'
import { sendFollows } from '../pages/mine/follows.ts'
import { sendShelf } from '../pages/mine/shelf.ts'
import { showMine } from '../pages/mine/show.ts'
import { changeQueue } from '../pages/queue/change.ts'
import { showQueue } from '../pages/queue/show.ts'
import { changeSaved } from '../pages/saved/change.ts'
import { showSaved } from '../pages/saved/show.ts'
import { fromOurPages } from '../reader/same-origin.ts'
import type { Routing } from './routing.ts'

/** What readers follow, keep and go on with. */
export function answerTheirs({ app, needs, ours }: Routing): void {
  app.get(addresses.accountPlaces, sendPlace(needs))
  app.post(addresses.accountPlaces, ...ours, keepPlaces(needs))
  app.get(addresses.queue, showQueue(needs))
  app.post(addresses.queue, ...ours, changeQueue(needs))
  app.get(addresses.mine, showMine(needs))
  app.post(addresses.mine, ...ours, changeMine(needs))
  app.get(addresses.saved, showSaved(needs))
  app.post(addresses.saved, ...ours, changeSaved(needs))
  app.get(addresses.history, showHistory(needs))
  app.post(addresses.history, ...ours, changeHistory(needs))
  app.get(addresses.accountShelf, sendShelf(needs))
  app.get(addresses.accountFollows, sendFollows(needs))
  app.post(addresses.accountFeed, ...ours, changeMineFeed(needs))
  app.get(addresses.lists, showLists(needs))
  app.post(addresses.lists, ...ours, changeLists(needs))
  app.get(addresses.sharedList, showSharedList(needs))
  app.get(addresses.list, showList(needs))
  app.post(addresses.list, ...fromOurPages(needs, mostBytesOfList), changeList(needs))
  app.get(addresses.listDelete, askToDeleteList(needs))
  app.post(addresses.listDelete, ...ours, deleteList(needs))
}
