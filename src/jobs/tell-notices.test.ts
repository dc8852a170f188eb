import assert from 'node:assert/strict'
import { it } from 'node:test'
import { startTrial, tellTime } from '#access'
import { noticeBook, planBook, subscriptionBook } from '#storage'
import { openAccounts } from '../storage/account-stand.fixture.ts'
import { signedIn } from '../storage/reader.fixture.ts'
import { tellNotices } from './tell-notices.ts'

const zone = 'Europe/Amsterdam'

async function standWithTrial(shop: object | null = null) {
  const accounts = await openAccounts()
  const { database, needs } = accounts
  const { clock } = needs
  const { reader } = await signedIn(database)
  await accounts.post()
  const plans = planBook(database)
  const subscriptions = subscriptionBook(database, zone)
  const scope = { what: 'stand' } as const
  const gold = await plans.add({ name: 'GOLD', scope, trialDays: 14, seats: 0 }, clock())
  assert.ok(gold.ok)
  const who = { readerId: reader.id, planId: gold.value.id, mark: 'mark' }
  await startTrial({ plans, subscriptions, zone, clock }, who)
  const accountAt = (locale: string) => new URL(`https://stand.example/${locale}/account`)
  const notices = noticeBook(database)
  const price = { minor: 999, currency: 'EUR' }
  await plans.setPrice(gold.value.id, { per: 'month', price }, clock())
  const telling = { ...needs, subscriptions, notices, plans, shop, accountAt }
  return {
    ...accounts,
    reader,
    telling,
    notices,
    /** What the mails are about that this moment brings, however often it is looked. */
    async round() {
      for (const _ of [1, 2]) {
        await tellTime({ subscriptions, clock, ask: null })
        await tellNotices(telling)
      }
      const mails = await accounts.post()
      return mails.map((mail) => (mail.kind === 'notice' ? mail.facts.what : mail.kind))
    },
  }
}

it('tells of a trial when it begins, before its end and at its end, each once', async () => {
  await using stand = await standWithTrial()
  assert.deepEqual(await stand.round(), ['trial-started'])
  stand.wait({ days: 10 })
  assert.deepEqual(await stand.round(), [])
  stand.wait({ days: 2 })
  assert.deepEqual(await stand.round(), ['trial-ending'])
  stand.wait({ days: 3 })
  assert.deepEqual(await stand.round(), ['trial-ended'])
  stand.wait({ days: 90 })
  assert.deepEqual(await stand.round(), [])
})

it('names at the end of a trial what going on costs, where that can be paid', async () => {
  for (const shop of [{}, null]) {
    await using stand = await standWithTrial(shop)
    stand.wait({ days: 12 })
    await tellTime({ ...stand.telling, ask: null })
    await tellNotices(stand.telling)
    const mails = (await stand.post()).flatMap((mail) =>
      mail.kind === 'notice' ? [mail.facts] : [],
    )
    const told = mails.map(({ what, facts }) => [what, facts.month, facts['month-currency']])
    assert.deepEqual(told, [
      ['trial-started', undefined, undefined],
      ['trial-ending', shop && 999, shop && 'EUR'].map((one) => one ?? undefined),
    ])
  }
})

it('queues no second mail when it died before it wrote down the first', async () => {
  await using stand = await standWithTrial()
  const forgetful = { ...stand.notices, handed: () => Promise.reject(new Error('died')) }
  await assert.rejects(tellNotices({ ...stand.telling, notices: forgetful }))
  assert.deepEqual(await stand.round(), ['trial-started'])
})

it('tells nothing to who has left', async () => {
  await using stand = await standWithTrial()
  await stand.needs.readers.remove(stand.reader.id, null)
  assert.deepEqual(await stand.round(), [])
})
