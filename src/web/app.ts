import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { addresses } from './addresses.ts'
import { makeAssets } from './assets.ts'
import { invitation } from './components/offer.ts'
import { protect, securityHeaders } from './headers.ts'
import { pageCache } from './keeping/page-cache.ts'
import { shelves } from './keeping/shelves.ts'
import { wholePages } from './keeping/whole-pages.ts'
import { tongueOfRequest } from './languages/of-request.ts'
import { layout } from './layout.ts'
import { ledOn } from './led-on.ts'
import {
  showBylineFeed,
  showCollectionFeed,
  showPublicationFeed,
  showStandFeed,
  showTopicFeed,
} from './machines/feeds/show-feed.ts'
import { showListFeed } from './machines/feeds/show-list-feed.ts'
import { showMineFeed } from './machines/feeds/show-mine-feed.ts'
import { sendOpenSearch } from './machines/open-search.ts'
import { sendRobots } from './machines/robots.ts'
import { showMap } from './machines/sitemaps/show-map.ts'
import type { AppNeeds } from './needs.ts'
import { showAbout } from './pages/about/show.ts'
import { accessibilitySheet } from './pages/accessibility/page.ts'
import { askNewAddress } from './pages/account/address.ts'
import { sendEverything } from './pages/account/data.ts'
import { deleteForGood, showDelete } from './pages/account/delete.ts'
import { endSessions } from './pages/account/devices.ts'
import { takeGiftBack } from './pages/account/gifts.ts'
import { changeHousehold, showSeat, sitDown } from './pages/account/household.ts'
import { changePasskey, giveNewPasskeyOptions, keepPasskey } from './pages/account/passkeys.ts'
import { keepPlaces, sendPlace } from './pages/account/places.ts'
import { changePlan, showWithdraw, withdraw } from './pages/account/plan-deeds.ts'
import { changeProfile } from './pages/account/profile.ts'
import { changeProvider } from './pages/account/provider.ts'
import { giveReading, keepReading } from './pages/account/reading.ts'
import { showAccount } from './pages/account/show.ts'
import { showWithdrawByMail, withdrawByMail } from './pages/account/withdraw-by-mail.ts'
import { comeBackFromPaying, openPortal } from './pages/buy/bought.ts'
import { beginBuying, showBuy } from './pages/buy/buy.ts'
import { hearPayments } from './pages/buy/hear-payments.ts'
import { showByline } from './pages/bylines/show.ts'
import { sendToLocale } from './pages/choose-locale.ts'
import { showCollection } from './pages/collections/show-collection.ts'
import { showCollections } from './pages/collections/show-collections.ts'
import { changeCollection } from './pages/desk/change.ts'
import { askToDelete, deleteCollection } from './pages/desk/delete.ts'
import { editCollection } from './pages/desk/edit.ts'
import { editorsDesk } from './pages/desk/for-editors.ts'
import { beginCollection, listCollections } from './pages/desk/list.ts'
import { previewCollection } from './pages/desk/preview.ts'
import { showEdition } from './pages/edition/show.ts'
import { sendAsset, sendOwnPicture, sendPicture } from './pages/files.ts'
import { showFront } from './pages/front/show.ts'
import { giveAway, showGive } from './pages/gift/give.ts'
import { openGiven, showGift } from './pages/gift/open.ts'
import { showHealth } from './pages/health.ts'
import { changeHistory, showHistory } from './pages/history/show.ts'
import { changeList, mostBytesOfList } from './pages/lists/change-list.ts'
import { changeLists } from './pages/lists/change-lists.ts'
import { askToDeleteList, deleteList } from './pages/lists/delete-list.ts'
import { showSharedList } from './pages/lists/shared-list.ts'
import { showList } from './pages/lists/show-list.ts'
import { showLists } from './pages/lists/show-lists.ts'
import { sendManifest } from './pages/manifest.ts'
import { changeMine } from './pages/mine/change.ts'
import { changeMineFeed } from './pages/mine/feed.ts'
import { sendFollows } from './pages/mine/follows.ts'
import { sendShelf } from './pages/mine/shelf.ts'
import { showMine } from './pages/mine/show.ts'
import { failureNotice, methodNotice, notFoundNotice, sendNotice } from './pages/notices/notice.ts'
import { showPlans } from './pages/plans/show.ts'
import { beginTrial, showTrial } from './pages/plans/trial.ts'
import { redeemCode, showVoucher } from './pages/plans/voucher.ts'
import { showPlayer } from './pages/player/show.ts'
import { privacySheet } from './pages/privacy/page.ts'
import { showPublication } from './pages/publication/show.ts'
import { showArchive } from './pages/publication/show-archive.ts'
import { showPublications } from './pages/publications/show.ts'
import { changeQueue } from './pages/queue/change.ts'
import { showQueue } from './pages/queue/show.ts'
import { readingSheet } from './pages/reading/page.ts'
import { changeSaved } from './pages/saved/change.ts'
import { showSaved } from './pages/saved/show.ts'
import { sendSuggestions } from './pages/search/send-suggestions.ts'
import { showSearch } from './pages/search/show.ts'
import { showPlain } from './pages/show-plain.ts'
import { askForCode, showSignIn } from './pages/sign-in/ask.ts'
import { showCode, useTypedCode } from './pages/sign-in/code.ts'
import { showLink, useOpenedLink } from './pages/sign-in/link.ts'
import { givePasskeyOptions, usePasskey } from './pages/sign-in/passkey.ts'
import { comeBackFromProvider, goToProvider } from './pages/sign-in/provider.ts'
import { signOut } from './pages/sign-in/sign-out.ts'
import { sendSource } from './pages/source.ts'
import { sendNarration } from './pages/story/narration/send-narration.ts'
import { sendSound } from './pages/story/narration/send-sound.ts'
import { sendCsl, sendRis } from './pages/story/send-citation.ts'
import { showStory } from './pages/story/show.ts'
import { showTranslation } from './pages/story/translation/show.ts'
import { showTopic } from './pages/topics/show-topic.ts'
import { showTopics } from './pages/topics/show-topics.ts'
import { sendCover, sendSocial } from './pages/typeset.ts'
import { knowReader } from './reader/know-reader.ts'
import { quickAnswer } from './reader/quick-answer.ts'
import { fromOurPages } from './reader/same-origin.ts'
import type { Visit } from './visit.ts'

/** Bytes of a message of the payment provider; its largest are a tenth of this. */
const mostMessage = 2 ** 20

/** Every step a request takes, in order. */
export function createApp(given: AppNeeds): Hono<Visit> {
  const { settings, report } = given
  const assets = makeAssets()
  const lay = layout(settings, assets, invitation(given.access.offers))
  const protection = securityHeaders(settings)
  const wholes = wholePages(given, protection)
  const needs = { ...given, shelves: shelves(given), lay, wholes }
  const pages = pageCache(given, protection)
  const map = showMap(needs)
  const know = knowReader(needs)
  const ours = fromOurPages(needs)
  const desk = editorsDesk(needs)
  const mark = assets.address('icon-512.png')
  const app = new Hono<Visit>()

  // 1. A page that is kept is sent as it is: to anyone, or to a reader to whom it is open.
  const answer = app.fetch
  const quick = quickAnswer(given, wholes)
  app.fetch = (request, ...rest) => {
    const kept = pages.answer(request)
    if (kept !== null) return kept
    const long = () => answer(request, ...rest)
    return quick(request)?.then((one) => one ?? long(), long) ?? long()
  }

  // 2. Otherwise it is made, with these headers and in this language.
  app.use(pages.make)
  app.use(protect(protection))
  app.use(tongueOfRequest(settings))

  // 3. Where that makes a difference, it is asked who asks.
  app.use(know)

  // 4. Every address.
  app.get(addresses.root, sendToLocale(settings))
  app.get(addresses.health, showHealth(needs))
  app.get(addresses.source, sendSource(needs))
  app.get(addresses.asset, sendAsset(assets))
  app.get(addresses.manifest, sendManifest(settings, assets))
  app.get(addresses.robots, sendRobots(settings))
  app.get(addresses.openSearch, sendOpenSearch(settings))
  app.get(addresses.sitemap, map.index)
  app.get(addresses.sitemapFile, map.file)
  // Before the feeds of a locale: "mine" is none.
  app.get(addresses.mineFeed, showMineFeed(needs, mark))
  app.get(addresses.sharedListFeed, showListFeed(needs, mark))
  app.get(addresses.standFeed, showStandFeed(needs, mark))
  app.get(addresses.publicationFeed, showPublicationFeed(needs, mark))
  app.get(addresses.topicFeed, showTopicFeed(needs, mark))
  app.get(addresses.bylineFeed, showBylineFeed(needs, mark))
  app.get(addresses.collectionFeed, showCollectionFeed(needs, mark))
  app.get(addresses.picture, sendPicture(needs), know, sendOwnPicture(needs))
  app.get(addresses.cover, sendCover(needs))
  app.get(addresses.social, sendSocial(needs))
  app.get(addresses.front, showFront(needs))
  app.get(addresses.search, showSearch(needs))
  app.get(addresses.searchSuggestions, sendSuggestions(needs))
  // Before the collections of a locale: "desk" is none.
  app.get(addresses.deskCollections, desk(listCollections(needs)))
  app.post(addresses.deskCollections, ...ours, desk(beginCollection(needs)))
  app.get(addresses.deskCollection, desk(editCollection(needs)))
  app.post(addresses.deskCollection, ...ours, desk(changeCollection(needs)))
  app.get(addresses.deskPreview, desk(previewCollection(needs)))
  app.get(addresses.deskDelete, desk(askToDelete(needs)))
  app.post(addresses.deskDelete, ...ours, desk(deleteCollection(needs)))
  app.get(addresses.collections, showCollections(needs))
  app.get(addresses.collection, showCollection(needs))
  app.get(addresses.topics, showTopics(needs))
  app.get(addresses.topic, showTopic(needs))
  app.get(addresses.publications, showPublications(needs))
  app.get(addresses.publication, showPublication(needs))
  app.get(addresses.archive, showArchive(needs))
  app.get(addresses.edition, showEdition(needs))
  app.get(addresses.story, showStory(needs))
  app.get(addresses.storyIn, showTranslation(needs))
  app.get(addresses.narration, sendNarration(needs))
  app.get(addresses.narrationSound, sendSound(needs))
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
  app.get(addresses.byline, showByline(needs))
  app.get(addresses.player, showPlayer(needs))
  app.get(addresses.citationRis, sendRis(needs))
  app.get(addresses.citationCsl, sendCsl(needs))
  app.get(addresses.signIn, showSignIn(needs))
  app.post(addresses.signIn, ...ours, askForCode(needs))
  app.get(addresses.signInCode, showCode(needs))
  app.post(addresses.signInCode, ...ours, useTypedCode(needs))
  app.get(addresses.signInLink, showLink(needs))
  app.post(addresses.signInLink, ...ours, useOpenedLink(needs))
  app.get(addresses.signInPasskey, givePasskeyOptions(needs))
  app.post(addresses.signInPasskey, ...ours, usePasskey(needs))
  app.get(addresses.signInProvider, goToProvider(needs))
  app.get(addresses.providerBack, comeBackFromProvider(needs))
  app.post(addresses.signOut, ...ours, signOut(needs))
  app.get(addresses.account, showAccount(needs))
  app.post(addresses.accountProfile, ...ours, changeProfile(needs))
  app.post(addresses.accountAddress, ...ours, askNewAddress(needs))
  app.get(addresses.accountPasskeys, giveNewPasskeyOptions(needs))
  app.post(addresses.accountPasskeys, ...ours, keepPasskey(needs))
  app.post(addresses.accountPasskey, ...ours, changePasskey(needs))
  app.post(addresses.accountProvider, ...ours, changeProvider(needs))
  app.post(addresses.accountDevices, ...ours, endSessions(needs))
  app.get(addresses.accountData, sendEverything(needs))
  app.get(addresses.accountReading, giveReading(needs))
  app.post(addresses.accountReading, ...ours, keepReading(needs))
  app.get(addresses.accountDelete, showDelete(needs))
  app.post(addresses.accountDelete, ...ours, deleteForGood(needs))
  app.post(addresses.accountPlan, ...ours, changePlan(needs))
  app.post(addresses.accountGifts, ...ours, takeGiftBack(needs))
  app.get(addresses.accountWithdraw, showWithdraw(needs))
  app.post(addresses.accountWithdraw, ...ours, withdraw(needs))
  app.get(addresses.withdraw, showWithdrawByMail(needs))
  app.post(addresses.withdraw, ...ours, withdrawByMail(needs))
  app.get(addresses.plans, showPlans(needs))
  app.get(addresses.trial, showTrial(needs))
  app.post(addresses.trial, ...ours, beginTrial(needs))
  app.get(addresses.voucher, showVoucher(needs))
  app.post(addresses.voucher, ...ours, redeemCode(needs))
  app.post(addresses.household, ...ours, changeHousehold(needs))
  app.get(addresses.seat, showSeat(needs))
  app.post(addresses.seat, ...ours, sitDown(needs))
  app.get(addresses.give, showGive(needs))
  app.post(addresses.give, ...ours, giveAway(needs))
  app.get(addresses.gift, showGift(needs))
  app.post(addresses.gift, ...ours, openGiven(needs))
  app.get(addresses.buy, showBuy(needs))
  app.post(addresses.buy, ...ours, beginBuying(needs))
  app.get(addresses.bought, comeBackFromPaying(needs))
  app.post(addresses.portal, ...ours, openPortal(needs))
  app.post(addresses.payments, bodyLimit({ maxSize: mostMessage }), hearPayments(needs))
  app.get(addresses.about, showAbout(needs))
  app.get(addresses.accessibility, showPlain(needs, addresses.accessibility, accessibilitySheet))
  app.get(addresses.readingSettings, showPlain(needs, addresses.readingSettings, readingSheet))
  app.get(addresses.privacy, showPlain(needs, addresses.privacy, privacySheet))

  // 5. What we do not answer.
  for (const address of Object.values(addresses)) {
    const allowed = app.routes.filter(({ path }) => path === address).map(({ method }) => method)
    const allow = [...new Set(allowed)].join(', ').replace('GET', 'GET, HEAD')
    app.all(address, (c) => {
      c.header('allow', allow)
      return sendNotice(c, needs, methodNotice)
    })
  }
  app.notFound((c) => ledOn(c, settings) ?? sendNotice(c, needs, notFoundNotice))
  app.onError((error, c) => {
    report(error, `${c.req.method} ${c.req.path}`)
    return sendNotice(c, needs, failureNotice)
  })
  return app
}
