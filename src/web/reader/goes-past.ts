import { getPath } from 'hono/utils/url'
import { type Address, addresses, href, patternOf } from '../addresses.ts'
import { localesOf } from '../languages/locales.ts'
import type { AppNeeds } from '../needs.ts'
import { sessionCookie } from './cookies.ts'

/** Addresses that never give everyone the same. */
const personal: readonly Address[] = [
  addresses.trial,
  addresses.voucher,
  addresses.buy,
  addresses.bought,
  addresses.signIn,
  addresses.signInCode,
  addresses.signInLink,
  addresses.signInPasskey,
  addresses.signInProvider,
  addresses.providerBack,
  addresses.signOut,
  addresses.account,
  addresses.accountProfile,
  addresses.accountAddress,
  addresses.accountPasskeys,
  addresses.accountPasskey,
  addresses.accountProvider,
  addresses.accountDevices,
  addresses.accountData,
  addresses.accountReading,
  addresses.accountDelete,
  addresses.accountPlan,
  addresses.accountGifts,
  addresses.household,
  addresses.seat,
  addresses.give,
  addresses.gift,
  addresses.portal,
  addresses.accountWithdraw,
  addresses.accountPlaces,
  addresses.queue,
  addresses.mine,
  addresses.saved,
  addresses.history,
  addresses.accountShelf,
  addresses.accountFollows,
  addresses.accountFeed,
  addresses.mineFeed,
  addresses.lists,
  addresses.list,
  addresses.listDelete,
  // To stop sharing is to be felt at once.
  addresses.sharedList,
  addresses.sharedListFeed,
  addresses.storyIn,
  addresses.deskCollections,
  addresses.deskCollection,
  addresses.deskPreview,
  addresses.deskDelete,
  addresses.narration,
  addresses.narrationSound,
  addresses.withdraw,
]

const personalPaths = personal.map(patternOf)
const story = patternOf(addresses.story)
/** What may be read bears on what is found. */
const search = patternOf(addresses.search)
/** Their cards say which stories are saved; and where editions are sold alone, whose they are. */
const withCards = [
  addresses.topic,
  addresses.byline,
  addresses.edition,
  addresses.publication,
  addresses.collection,
].map(patternOf)
/** Readers are told what they have; and who comes from a story is led back to it. */
const plans = patternOf(addresses.plans)
const isComing = /[?&]return=/
/** These look like a story's and are not. */
const archive = patternOf(addresses.archive)

/**
 * Which requests are no business of the page cache: neither answered from it, nor waiting for a
 * page in the making, nor giving it one. Those that may show a reader something else: a story that
 * is asked for with a session or a gift, cards of stories that they may have saved, the plans that
 * they may have, and what is about readers at all.
 */
export function goesPast({ settings }: Pick<AppNeeds, 'settings'>): (request: Request) => boolean {
  const gift = sessionCookie(settings).replace('session', 'gift')
  const session = new RegExp(`(?:^|;)\\s*(?:${sessionCookie(settings)}|${gift})=`)
  // Shows a reader what is new in what they follow. "/health" is no locale.
  const fronts = new Set(
    localesOf(settings).map(({ name }) => href(addresses.front, { locale: name })),
  )
  return (request) => {
    const path = getPath(request)
    const cookie = request.headers.get('cookie')
    if (cookie !== null && session.test(cookie)) {
      if (story.test(path)) return !archive.test(path)
      if (fronts.has(path) || search.test(path) || plans.test(path)) return true
      if (withCards.some((one) => one.test(path))) return true
    }
    if (plans.test(path) && isComing.test(request.url)) return true
    return personalPaths.some((one) => one.test(path))
  }
}
