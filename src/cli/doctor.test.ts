import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Check } from '../assemble/check.ts'
import { findings } from './doctor.ts'

const works: Check = {
  tool: 'Listen',
  name: 'espeak',
  probe: { ok: true },
  sendsTextTo: null,
  offers: ['one each: en nl'],
}

const away: Check = {
  ...works,
  name: 'server',
  probe: { ok: false, why: 'it cannot be reached', mend: 'Start it.' },
  sendsTextTo: 'speech.example',
}

it('tells what works, where text goes, and what does not work and how to mend it', () => {
  const well = findings([works, { ...works, name: 'server', sendsTextTo: 'speech.example' }])
  assert.equal(well.isWell, true)
  assert.match(well.text, /works {2}espeak: text stays on this machine\n +one each: en nl\n/)
  assert.match(well.text, /works {2}server: sends text to speech\.example/)
  const ill = findings([works, away])
  assert.equal(ill.isWell, false)
  assert.match(ill.text, /FAILS {2}server: it cannot be reached\n +Start it\.\n1 of 2 do not work/)
  assert.equal(findings([]).isWell, true)
})
