import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bylinesFrom } from './byline.ts'

describe('bylines', () => {
  it('are the names that stand beside addresses', () => {
    const written = ['ada@paper.example (Ada Lund)', 'Bo Vik <bo@paper.example>', 'Cy Ode']
    assert.deepEqual(bylinesFrom(written), ['Ada Lund', 'Bo Vik', 'Cy Ode'])
  })

  it('never hold an address', () => {
    assert.deepEqual(bylinesFrom(['ada@paper.example', 'mailto:bo@paper.example']), [])
  })

  it('name everybody once, without mark-up', () => {
    assert.deepEqual(bylinesFrom(['<b>Ada</b> &amp; Bo', 'Ada & Bo', ' ']), ['Ada & Bo'])
  })
})
