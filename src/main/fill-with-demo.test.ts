import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { withdrawStory } from '#desk'
import { assemble } from '../assemble.ts'
import { readConfig } from '../config.ts'
import { fillWithDemo, wantsDemo } from './fill-with-demo.ts'

const story = (day: string, title: string, text = 'The boats lay down in the mud.') => `---
id: ${title}
title: ${title}
date: ${day}T06:00:00Z
edition: ${day}
language: en
---

${text}

At six the sea had gone.

At seven it was back, and nobody could say where it had been.
`

const wrong = story('2031-04-02', 'Low water', 'It fell nine metres.')
const right = story('2031-04-02', 'Low water', 'It fell six metres.')
const note = 'We first wrote nine metres. It was six.'
const lowWater = { publication: 'tide', edition: '2031-04-02', story: 'low-water' }
const gulls = { ...lowWater, story: 'gulls' }
const afterwards = [
  { correct: { ...lowWater, file: 'corrections/low-water.md', note } },
  { withdraw: gulls },
]

const files = {
  'README.md': 'Not a story.',
  'tide/publication.json': JSON.stringify({ slug: 'tide', title: 'The Tide', language: 'en' }),
  'tide/2031-04-02/low-water.md': wrong,
  'tide/2031-04-02/gulls.md': story('2031-04-02', 'Gulls'),
  'tide/corrections/low-water.md': right,
  'watt/publication.json': JSON.stringify({ slug: 'watt', title: 'Watt', language: 'en' }),
  'watt/2031-04-01/sand.md': story('2031-04-01', 'Sand'),
  'afterwards.json': JSON.stringify(afterwards),
}

describe('the demo', () => {
  it('comes on an empty stand once, and what is withdrawn then does not come back', async () => {
    await using stand = await standWith(files)
    const { said, first, reported } = await stand.fill()
    assert.deepEqual([first, reported], [1, []])
    assert.match(said.at(-1) ?? '', /: 2 publications with 2 stories, in \d+\.\d seconds\.$/)
    assert.equal(await stand.isWanted(), false)
    const sand = { publication: 'watt', edition: '2031-04-01', story: 'sand' }
    await withdrawStory(stand.desk, sand)
    await withdrawStory(stand.desk, lowWater)
    assert.equal(await stand.isWanted(), false)
  })

  it('corrects one story with its note and takes another off the stand', async () => {
    await using stand = await standWith(files)
    await stand.fill()
    const found = await stand.stories.byAddress(lowWater)
    assert.ok(found !== null && found !== 'withdrawn')
    assert.match(found.lead, /six metres/)
    assert.deepEqual([found.revision, found.corrections.map((one) => one.note)], [2, [note]])
    assert.equal(await stand.stories.byAddress(gulls), 'withdrawn')
    const listed = await stand.stories.newest(10)
    assert.deepEqual(
      listed.map((card) => card.headline),
      ['Low water', 'Sand'],
    )
  })

  it('is loaded to its end by the next start, and corrects nothing twice', async () => {
    await using stand = await standWith(files)
    const stop = new AbortController()
    await stand.fill({ onFirst: () => stop.abort(), signal: stop.signal })
    assert.equal((await stand.publications.onStand()).length, 1)
    assert.equal(await stand.isWanted(), true)
    await stand.fill()
    assert.equal((await stand.publications.onStand()).length, 2)

    await rm(join(stand.folder, 'demo-loaded'))
    const again = await stand.fill()
    assert.deepEqual(again.reported, [])
    const found = await stand.stories.byAddress(lowWater)
    assert.ok(found !== null && found !== 'withdrawn')
    assert.equal(found.revision, 2)
    assert.equal(await stand.stories.byAddress(gulls), 'withdrawn')
  })

  it('is no reason to touch a stand that has a publication of its own', async () => {
    await using stand = await standWith(files)
    await stand.fill()
    await rm(join(stand.folder, 'demo-loaded'))
    await rm(join(stand.demo, 'watt'), { recursive: true })
    assert.equal(await stand.isWanted(), false)
  })

  it('says what is wrong with it, lets visitors in and leaves the rest on the stand', async () => {
    const strange = JSON.stringify([{ withdraw: { ...lowWater, story: 'high-water' } }])
    for (const text of [strange, '[{ "correct": {} }]', 'no list']) {
      await using stand = await standWith({ ...files, 'afterwards.json': text })
      const { first, reported } = await stand.fill()
      assert.equal(first, 1)
      assert.match(reported.join(), /DemoError: .*afterwards\.json/)
      assert.equal((await stand.publications.onStand()).length, 2)
      assert.equal(await stand.isWanted(), true)
    }
  })

  it('reports a story that is refused and loads the others', async () => {
    await using stand = await standWith({ ...files, 'watt/2031-04-01/more.md': '' })
    const { reported } = await stand.fill()
    assert.match(reported.join(), /more\.md/)
    assert.equal((await stand.publications.onStand()).length, 2)
  })
})

it('is whole: the demo that comes with the program loads without a word', async () => {
  const demo = join(import.meta.dirname, '../../demo')
  await using stand = await standWith({}, demo)
  const { said, reported } = await stand.fill()
  assert.deepEqual(reported, [])
  assert.match(said.at(-1) ?? '', /The demo is on the stand/)
})

/** A stand in a folder of its own, and a demo of these files, or a copy of a whole one. */
async function standWith(given: Readonly<Record<string, string>>, whole?: string) {
  const root = await mkdtemp(join(tmpdir(), 'kiosk-demo-'))
  const [folder, demo] = [join(root, 'data'), join(root, 'demo')]
  if (whole !== undefined) await cp(whole, demo, { recursive: true })
  for (const [file, text] of Object.entries(given)) {
    await mkdir(dirname(join(demo, file)), { recursive: true })
    await writeFile(join(demo, file), text)
  }
  const stand = await assemble(readConfig({ KIOSK_DATA: folder }))
  return {
    ...stand,
    folder,
    demo,
    isWanted: () => wantsDemo(stand, folder, demo),
    async fill(how: { readonly onFirst?: () => void; readonly signal?: AbortSignal } = {}) {
      const said: string[] = []
      const reported: string[] = []
      const seen = new Set<number>()
      await fillWithDemo(stand, {
        folder,
        from: demo,
        signal: new AbortController().signal,
        onFirst: () => void seen.add(1),
        report: (error) => {
          reported.push(error instanceof Error ? String(error) : JSON.stringify(error))
        },
        tell: (line) => void said.push(line),
        ...how,
      })
      return { said, reported, first: seen.size }
    },
    async [Symbol.asyncDispose]() {
      await stand[Symbol.asyncDispose]()
      await rm(root, { recursive: true })
    },
  }
}
