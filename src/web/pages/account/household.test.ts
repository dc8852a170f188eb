import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addresses, href } from '../../addresses.ts'
import { openGoldStand } from '../../gold.fixture.ts'
import { canary } from '../../stories.fixture.ts'
import { nightFerry } from '../../visit.fixture.ts'

const story = href(addresses.story, { locale: 'nl', ...nightFerry })
const at = '/nl/account/household'

async function invited(stand: Awaited<ReturnType<typeof openGoldStand>>) {
  const ana = await stand.reader()
  await ana.post('/nl/plans/voucher', { code: await stand.voucher(12) })
  const page = await (await ana.post(at, { do: 'invite', label: 'Mam' })).text()
  const link = /id="link"[^>]*>https:\/\/stand\.example([^<]*)</.exec(page)?.[1] ?? ''
  return { ana, link }
}

describe('a household', () => {
  it('seats somebody by a link that works once, after it was pressed', async () => {
    await using stand = await openGoldStand()
    const { ana, link } = await invited(stand)
    const mum = await stand.reader('mum@saltmere.example')
    assert.match(await (await mum.get(link)).text(), /Het kost je niets/)
    assert.ok(!(await (await mum.get(story)).text()).includes(canary))
    assert.equal((await mum.post(link, {})).status, 303)
    assert.ok((await (await mum.get(story)).text()).includes(canary))
    const hers = await (await mum.get('/nl/account')).text()
    assert.match(hers, /Je leest met een abonnement dat iemand met je deelt/)
    assert.doesNotMatch(hers, /Je hebt geen abonnement|ana@/)
    const owner = await (await ana.get('/nl/account')).text()
    assert.match(owner, /Mam: heeft een plaats sinds 20 mei 2025/)
    assert.match(owner, /Plaatsen bezet of aangeboden: 1 van 5\./)
    assert.doesNotMatch(owner, /mum@/)
    const other = await stand.reader('other@saltmere.example')
    const late = await other.post(link, {})
    assert.equal(late.status, 409)
    assert.match(await late.text(), /al gebruikt/)
  })

  it('takes a seat away at once, and lets who sits there leave', async () => {
    await using stand = await openGoldStand()
    const { ana, link } = await invited(stand)
    const mum = await stand.reader('mum@saltmere.example')
    await mum.post(link, {})
    const page = await (await ana.get('/nl/account')).text()
    const seat = /name="seat" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await mum.post(at, { do: 'remove', seat })
    assert.ok((await (await mum.get(story)).text()).includes(canary), 'not by a stranger to it')
    await ana.post(at, { do: 'remove', seat })
    assert.ok(!(await (await mum.get(story)).text()).includes(canary))
    assert.doesNotMatch(await (await mum.get('/nl/account')).text(), /huishouden/)
  })

  it('tells who sits in it that what was shared has ended', async () => {
    await using stand = await openGoldStand()
    const { link } = await invited(stand)
    await (await stand.reader('mum@saltmere.example')).post(link, {})
    stand.wait({ hours: 400 * 24 })
    const page = await (
      await (await stand.reader('mum@saltmere.example')).get('/nl/account')
    ).text()
    assert.match(page, /het abonnement dat met je werd gedeeld, is afgelopen/)
    assert.doesNotMatch(page, /Je leest met|Je hebt geen abonnement/)
  })

  it('says beside the field what is wrong with an invitation', async () => {
    await using stand = await openGoldStand()
    const { ana } = await invited(stand)
    const empty = await ana.post(at, { do: 'invite', label: ' ' })
    assert.equal(empty.status, 422)
    assert.match(await empty.text(), /id="field-label-error">Schrijf een korte naam op/)
    const bo = await stand.reader('bo@saltmere.example')
    assert.doesNotMatch(await (await bo.get('/nl/account')).text(), /huishouden/i)
  })
})
