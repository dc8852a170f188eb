import { Hono } from 'hono'
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
import type { AppNeeds } from './needs.ts'
import { failureNotice, methodNotice, notFoundNotice, sendNotice } from './pages/notices/notice.ts'
import { knowReader } from './reader/know-reader.ts'
import { quickAnswer } from './reader/quick-answer.ts'
import { fromOurPages } from './reader/same-origin.ts'
import { answerAccounts } from './routes/accounts.ts'
import { answerDesk } from './routes/desk.ts'
import { answerFiles } from './routes/files.ts'
import { answerMachines } from './routes/machines.ts'
import { answerNewsstand } from './routes/newsstand.ts'
import { answerPlans } from './routes/plans.ts'
import { answerTheirs } from './routes/theirs.ts'
import type { Visit } from './visit.ts'

/** Every step a request takes, in order. */
export function createApp(given: AppNeeds): Hono<Visit> {
  const { settings, report } = given
  const assets = makeAssets()
  const lay = layout(settings, assets, invitation(given.access.offers))
  const protection = securityHeaders(settings)
  const wholes = wholePages(given, protection)
  const needs = { ...given, shelves: shelves(given), lay, wholes }
  const pages = pageCache(given, protection)
  const know = knowReader(needs)
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

  // 4. Every address, an area at a time; where two fit, the first one answers.
  const routing = { app, needs, assets, ours: fromOurPages(needs) }
  answerFiles(routing)
  answerMachines(routing)
  // Before the collections of a locale: "desk" is none.
  answerDesk(routing)
  answerNewsstand(routing)
  answerTheirs(routing)
  answerAccounts(routing)
  answerPlans(routing)

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
