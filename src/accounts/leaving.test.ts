import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { browserAt, openAccounts } from '../storage/account-stand.fixture.ts'
import { askSignIn } from './ask-sign-in.ts'
import { deleteAccount } from './delete-account.ts'
import { recognise } from './recognise.ts'
import { useCode } from './use-sign-in.ts'

type Stand = Awaited<ReturnType<typeof openAccounts>>

async function entered(stand: Stand, address: string) {
  const browser = browserAt(
    `10.${address.length}.${Math.trunc(address.charCodeAt(0))}.1`,
    'Vivaldi/7 (X11; Linux)',
  )
  const asked = await askSignIn(stand.needs, browser.ask(address))
  assert.ok(asked.ok)
  browser.keep(asked.value.browserSecret)
  const mail = (await stand.post()).find(({ kind }) => kind === 'sign-in')
  assert.ok(mail?.kind === 'sign-in')
  const used = await useCode(stand.needs, mail.facts.code, browser.visitor())
  assert.ok(used.ok)
  const here = await recognise(stand.needs, used.value.token)
  assert.ok(here.kind === 'reader')
  return { ...here, token: used.value.token }
}

describe('a reader who leaves', () => {
  it('leaves no byte in any file of the stand, and is told so', async () => {
    await using stand = await openAccounts()
    const readers = []
    for (let index = 0; index < 60; index += 1) {
      stand.wait({ hours: 2 })
      const here = await entered(stand, `zq${index}canary@saltmere.example`)
      await stand.needs.readers.change(here.reader.id, { name: `Canary Name ${index} zqname` })
      readers.push(here)
    }
    const files = () =>
      globSync(join(stand.folder, '*')).map((file) => readFileSync(file).toString('latin1'))
    const found = (needle: string) => files().some((bytes) => bytes.includes(needle))
    const leaving = readers[31]
    assert.ok(leaving !== undefined)
    const { address, id } = leaving.reader
    assert.ok(found(address) && found(id), 'the search finds what is there')

    const old = await deleteAccount(stand.needs, leaving)
    assert.ok(!old.ok && old.reason === 'not-fresh')
    const session = { ...leaving.session, beganAt: stand.needs.clock() }
    assert.equal((await deleteAccount(stand.needs, { ...leaving, session })).ok, true)
    for (const needle of [address, id, 'Canary Name 31 zqname'])
      assert.equal(found(needle), false, needle)
    assert.ok(found('zq30canary@saltmere.example'), 'others stay')
    assert.equal((await recognise(stand.needs, leaving.token)).kind, 'stranger')
    const [goodbye] = await stand.post()
    assert.deepEqual([goodbye?.kind, goodbye?.to], ['account-deleted', address])
    assert.equal(found(address), false, 'nor does the goodbye stay')
  })
})
