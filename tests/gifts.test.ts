import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { undescribed } from '#catalogue'
import { receive } from '#desk'
import { addresses, href } from '#web'
import { assemble } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { draftOf, noon } from '../src/storage/tide.fixture.ts'
import { signInAt } from './wall/sign-in-at.ts'

const names = { publication: 'tide', edition: '2031-04-02', story: 'low-water', locale: 'nl' }
const story = href(addresses.story, names)
const give = href(addresses.give, names)
const canary = 'the boats lay down in the mud'
const ours = { 'sec-fetch-site': 'same-origin' }

/** A real stand with one story for subscribers. */
async function openStand() {
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-gifts-'))
  const stand = await assemble(readConfig({ KIOSK_DATA: folder }), { clock: () => noon })
  const said = { slug: 'tide', title: 'The Tide', kind: 'newspaper', language: 'en' } as const
  const more = { description: '', home: null, timeZone: 'UTC', door: 'plan' } as const
  const cut = { paragraphs: 2, words: null, share: 0.4 }
  const { publication } = await stand.desk.publications.findOrAdd(
    { ...said, ...more, cut, ...undescribed },
    () => false,
  )
  const blocks = Array.from({ length: 9 }, (_, at) => ({
    kind: 'paragraph' as const,
    html: at === 8 ? `By seven ${canary}.` : `Line ${at}: the sea had gone, and everybody looked.`,
  }))
  const entry = {
    ok: true,
    draft: draftOf('a', { headline: 'Low water', blocks }),
    remarks: [],
  } as const
  const batch = { publication, entries: [{ entry, from: 'test' }], door: null, publishAt: null }
  await Array.fromAsync(receive(stand.desk, { ...batch, editionName: '' }))
  const scope = { what: 'stand' } as const
  const gold = await stand.access.plans.add({ name: 'GOLD', scope, trialDays: 14, seats: 0 }, noon)
  assert.ok(gold.ok)
  const { app } = await stand.openWeb({ report: (error) => assert.fail(String(error)) })
  const visit = async (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers })
  const press = async (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', headers: { ...ours, ...headers } })
  const send = async (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string>,
  ) => {
    const body = new URLSearchParams(fields)
    return app.request(path, { method: 'POST', headers: { ...ours, ...headers }, body })
  }
  const ana = await signInAt(stand, 'ana', noon)
  await stand.access.subscriptions.tell(
    { readerId: ana.id, planId: gold.value.id },
    { kind: 'voucher', at: noon, key: 'v', months: 12 },
  )
  return {
    stand,
    visit,
    press,
    send,
    ana: ana.headers,
    /** The path of a link that opens the story. */
    async link() {
      const page = await (await press(give, ana.headers)).text()
      assert.match(page, /aria-describedby="link-hint"[^>]*>.*Hij kan nog 5 keer worden geopend/s)
      assert.match(page, /data-island="share">.*data-does="copy" data-of="link">Link kopiëren/s)
      const [, link = ''] = /id="link"[^>]*>([^<]*)</.exec(page) ?? []
      return new URL(link).pathname
    },
    async [Symbol.asyncDispose]() {
      await stand[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

describe('a story that is given away', () => {
  it('opens for a browser without an account when that is pressed, and for nobody else', async () => {
    await using stand = await openStand()
    const { visit, press } = stand
    const link = await stand.link()
    const looked = await visit(link)
    assert.equal(looked.status, 200)
    assert.ok(!(await looked.text()).includes(canary))
    assert.deepEqual(looked.headers.getSetCookie(), [])
    const inArabic = await (await visit(link.replace('/nl/', '/ar/'))).text()
    assert.match(inArabic, /<h2><span lang="en" dir="ltr">Low water</, 'each in its own direction')
    assert.ok(!(await (await visit(story)).text()).includes(canary))

    const opened = await press(link)
    assert.deepEqual([opened.status, opened.headers.get('location')], [303, `${story}#rest`])
    const [kept = ''] = opened.headers.getSetCookie()
    assert.match(kept, /^gift=[\w.-]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/)
    const cookie = kept.split(';')[0] ?? ''
    const open = await visit(story, { cookie })
    const page = await open.text()
    assert.ok(page.includes(canary))
    assert.match(page, /Een abonnee gaf je dit artikel\./)
    assert.equal(open.headers.get('cache-control'), 'private, no-store')
    assert.ok(!(await (await visit(story)).text()).includes(canary))
    assert.ok(!(await (await visit(story, { cookie: 'gift=made-up' })).text()).includes(canary))
  })

  it('opens as often as it may and no more, and says so', async () => {
    await using stand = await openStand()
    const link = await stand.link()
    const statuses: number[] = []
    for (let at = 0; at < 6; at += 1) statuses.push((await stand.press(link)).status)
    assert.deepEqual(statuses, [303, 303, 303, 303, 303, 410])
    const spent = await stand.visit(link)
    assert.equal(spent.status, 410)
    const said = await spent.text()
    assert.match(said, /al zo vaak geopend als mag/)
    assert.doesNotMatch(said, /Artikel openen|<form method="post" action="[^"]*gift/)
    assert.match(await (await stand.press(link)).text(), /al zo vaak geopend als mag/)
    assert.match(await (await stand.press(`${give}/none`)).text(), /Dit cadeau bestaat niet/)
  })

  it('is offered to who has a plan, who sees how many links were made', async () => {
    await using stand = await openStand()
    await stand.link()
    assert.match(await (await stand.visit(story, stand.ana)).text(), new RegExp(`href="${give}"`))
    const page = await (await stand.visit(give, stand.ana)).text()
    assert.match(page, /Links gemaakt deze maand: 1 van 10\./)
    const bo = await signInAt(stand.stand, 'bo', noon)
    const refused = await stand.press(give, bo.headers)
    assert.equal(refused.status, 409)
    assert.match(await refused.text(), /Alleen wie een abonnement heeft/)
    assert.equal((await stand.visit(give)).status, 303)
  })

  it('is listed for its giver, who can take it back; who opened it keeps it', async () => {
    await using stand = await openStand()
    const { visit, press } = stand
    const account = async (path = '/nl/account') =>
      (await (await visit(path, stand.ana)).text()).replace(/[\u2066-\u2069]/g, '')
    assert.doesNotMatch(await account(), /Artikelen die je weggaf/)
    const link = await stand.link()
    const opened = await press(link)
    const listed = await account()
    assert.match(listed, new RegExp(`href="${story}"[^>]*>Low water</a>`))
    assert.match(listed, /Gegeven op 2 april 2031; de link werkt tot 16 april 2031\./)
    assert.match(listed, /Hij kan nog 4 keer worden geopend\./)
    const [, gift = ''] = /name="gift" value="([^"]+)"/.exec(listed) ?? []
    const take = (headers: Record<string, string>) =>
      stand.send('/nl/account/gifts', { gift }, headers)
    const bo = await signInAt(stand.stand, 'bo', noon)
    await take(bo.headers)
    assert.match(await account(), /Low water/)
    const back = await take(stand.ana)
    assert.equal(back.headers.get('location'), '/nl/account?done=gift-back#done')
    assert.equal((await take(stand.ana)).headers.get('location'), '/nl/account')
    const after = await account('/nl/account?done=gift-back')
    assert.match(after, /id="done" role="status">Teruggenomen\./)
    assert.doesNotMatch(after, /Low water/)
    assert.match(await (await press(link)).text(), /Dit cadeau is teruggenomen/)
    assert.match(await (await visit(link)).text(), /Dit cadeau is teruggenomen/)
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    assert.ok((await (await visit(story, { cookie })).text()).includes(canary))
  })
})
