import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

it('`kiosk doctor` ends with 1 over a voice without a licence and a server that is away', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-doctor-'))
  try {
    await mkdir(join(folder, 'voices', 'anna'), { recursive: true })
    await writeFile(join(folder, 'voices', 'anna', 'voice.json'), '{"engine":"piper"}')
    const given = {
      KIOSK_DATA: folder,
      KIOSK_SPEECH_URL: 'http://127.0.0.1:9/',
      KIOSK_SPEECH_VOICES: 'en=alloy',
    }
    const { PATH = '' } = process.env
    const cli = join(import.meta.dirname, '../cli.ts')
    const env = { PATH, ...given }
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'doctor'], {
      env,
      encoding: 'utf8',
    })
    assert.equal(status, 1, stderr)
    assert.match(stdout, /works {2}espeak: text stays on this machine/)
    assert.match(stdout, /FAILS {2}server: .*cannot be reached/)
    assert.match(stdout, /FAILS {2}folder\/anna: .*licence/)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
