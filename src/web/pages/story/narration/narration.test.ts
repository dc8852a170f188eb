import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BusyError, SpeechError } from '#narrate'
import { addresses, href } from '../../../addresses.ts'
import { openGoldStand } from '../../../gold.fixture.ts'
import { plainNarrator } from '../../../narrator.fixture.ts'
import { nobody } from '../../../reader/readers.fixture.ts'
import { standWith } from '../../../stand.fixture.ts'
import { canary, stories } from '../../../stories.fixture.ts'
import { nightFerry, visitTo } from '../../../visit.fixture.ts'

const said = href(addresses.narration, { locale: 'en', ...nightFerry })
const sound = href(addresses.narrationSound, { locale: 'en', ...nightFerry })
const open = { ...nightFerry, locale: 'en', story: 'bakery-closes' }
const openSound = href(addresses.narrationSound, open)
const openSaid = href(addresses.narration, open)

const withNarrator = () => {
  const spoken = plainNarrator()
  const stand = standWith({ changed: { narrator: spoken.narrator } })
  return { ...spoken, stand, visit: visitTo(stand) }
}

const linesOf = async (answer: Response) =>
  (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('what is heard of a story', () => {
  it('is told before it is made, and then block by block', async () => {
    const { visit, asked } = withNarrator()
    const answer = await visit(openSaid)
    assert.equal(answer.headers.get('content-type'), 'application/x-ndjson; charset=utf-8')
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    const [head, first, ...others] = await linesOf(answer)
    assert.deepEqual([head.part, head.voice, head.place], ['whole', 'loud/en', null])
    assert.deepEqual(
      head.voices.map(({ id }: { id: string }) => id),
      ['loud/en', 'soft/en'],
    )
    assert.equal(first.id, 'headline')
    assert.deepEqual(first.marks.slice(0, 6), [0, 3, 0, 4, 6, 18])
    assert.equal(first.letters, 'The bakery that never closes is closing for a day'.length)
    assert.equal(head.blocks.length, 1 + others.length)
    assert.deepEqual(asked, ['headline', ...others.map(({ id }) => id)])
  })

  it('begins where it is asked to, and then tells what comes before', async () => {
    const { visit } = withNarrator()
    const [head] = await linesOf(await visit(openSaid))
    const { id } = head.blocks[2]
    const [, first, ...others] = await linesOf(await visit(`${openSaid}?from=${id}`))
    assert.equal(first.id, id)
    assert.equal(others.at(-1).id, 'standfirst')
  })

  it('is the lead alone for whoever may read no more', async () => {
    const { visit } = withNarrator()
    const text = await (await visit(said)).text()
    assert.match(text, /"part":"lead"/)
    const heard = await (await visit(sound)).text()
    assert.match(heard, /At twenty to three the night ferry/)
    assert.ok(!heard.includes(canary))
    const ranged = await visit(sound, { headers: { range: 'bytes=0-999999' } })
    assert.equal(ranged.status, 206)
    assert.ok(!(await ranged.text()).includes(canary))
  })

  it('is the whole story for whoever may read it, and says where they are in it', async () => {
    await using gold = await openGoldStand(stories)
    const ana = await gold.reader()
    await ana.post('/en/plans/trial', { plan: 'GOLD' })
    const [{ part, blocks, place }] = await linesOf(await ana.get(said))
    assert.deepEqual([part, place], ['whole', null])
    const answer = await ana.get(sound)
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.ok((await answer.text()).includes(canary))
    const at = gold.stand.needs.clock()
    const story = `${nightFerry.publication}/${nightFerry.edition}/${nightFerry.story}`
    const { id: block } = blocks[5]
    await gold.stand.needs.places.keep(ana.id, { storyId: story, block, share: 0.5, at })
    const [there] = await linesOf(await ana.get(said))
    assert.deepEqual(there.place, { block, share: 0.5, at: at.epochMilliseconds })
    assert.ok(!(await (await gold.visit(sound)).text()).includes(canary))
  })

  it('counts on the meter as reading does, and its sound does not', async () => {
    const [ferry] = stories
    assert.ok(ferry)
    await using gold = await openGoldStand([{ ...ferry, door: 'metered' }])
    const ana = await gold.reader()
    await ana.head(said)
    assert.ok(!(await (await ana.get(sound)).text()).includes(canary), 'nothing was counted yet')
    await (await ana.get(said)).text()
    assert.ok((await (await ana.get(sound)).text()).includes(canary))
  })

  it('is not there without a voice, a permission, or a story, and says so', async () => {
    const { visit, narrator } = withNarrator()
    const because = async (path: string, from = visit) => {
      const answer = await from(path)
      return [answer.status, (await answer.json()).because]
    }
    const missing = href(addresses.narration, { ...open, story: 'nowhere' })
    const gone = href(addresses.narrationSound, { ...open, story: 'taken-back' })
    assert.deepEqual(await because(missing), [404, 'missing'])
    assert.deepEqual(await because(gone), [410, 'withdrawn'])
    const mute = { ...narrator, plan: async () => 'no-voice' as const }
    const unspoken = visitTo(standWith({ changed: { narrator: mute } }))
    assert.deepEqual(await because(openSound, unspoken), [404, 'no-voice'])
    const silent = visitTo(standWith({ changed: { narrator: null } }))
    assert.deepEqual(await because(openSaid, silent), [404, 'no-voice'])
  })

  it('is not made for a publisher who does not want it', async () => {
    const { stand, narrator, asked } = withNarrator()
    const { publications } = stand.needs
    const bySlug: typeof publications.bySlug = async (slug) => {
      const found = await publications.bySlug(slug)
      return found && { ...found, permits: { ...found.permits, narration: false } }
    }
    const changed = { narrator, publications: { ...publications, bySlug } }
    const visit = visitTo(standWith({ changed }))
    const answer = await visit(openSound)
    assert.deepEqual([answer.status, await answer.json()], [404, { because: 'forbidden' }])
    assert.deepEqual(asked, [])
    const page = await (await visit(href(addresses.story, open))).text()
    assert.doesNotMatch(page, /narration\.mp3/)
  })
})

describe('a long story', () => {
  it('lets others go first with what will not be heard for minutes', async () => {
    const { narrator } = plainNarrator()
    let now = Temporal.Instant.from('2026-03-01T12:00:00Z')
    const urgent: (() => boolean)[] = []
    const sound: typeof narrator.sound = (of, block, voice, options) => {
      urgent.push(options.isUrgent)
      return narrator.sound(of, block, voice, options)
    }
    const [ferry] = stories
    assert.ok(ferry)
    // Twenty seconds of sound each.
    const html = 'The ferry sounds at two. '.repeat(12)
    const blocks = Array.from({ length: 40 }, () => ({ kind: 'paragraph', html }) as const)
    const long = { ...ferry, door: 'open', blocks } as const
    const changed = { narrator: { ...narrator, sound }, clock: () => now }
    const visit = visitTo(standWith({ stories: [long], changed }))
    await (await visit(said)).text()
    const first = urgent.filter((isUrgent) => isUrgent()).length
    assert.ok(first > 14 && first < 18, String(first))
    assert.equal(urgent[0]?.(), true)
    assert.equal(urgent.at(-1)?.(), false)
    now = now.add({ seconds: 290 })
    assert.equal(urgent.at(-1)?.(), true)
  })
})

describe('the sound of a story', () => {
  it('is sent while it is made, and in parts when all of it is', async () => {
    const { visit } = withNarrator()
    const first = await visit(openSound)
    assert.deepEqual([first.status, first.headers.get('content-length')], [200, null])
    const whole = Buffer.from(await first.arrayBuffer())
    const again = await visit(openSound)
    assert.equal(again.headers.get('content-length'), String(whole.length))
    const etag = again.headers.get('etag') ?? ''
    assert.deepEqual(Buffer.from(await again.arrayBuffer()), whole)
    const part = async (headers: Readonly<Record<string, string>>) => {
      const answer = await visit(openSound, { headers })
      const bytes = Buffer.from(await answer.arrayBuffer()).toString()
      return [answer.status, answer.headers.get('content-range'), bytes]
    }
    const { length } = whole
    const text = (from: number, to: number) => whole.subarray(from, to).toString()
    assert.deepEqual(await part({ range: 'bytes=40-119' }), [
      ...[206, `bytes 40-119/${length}`, text(40, 120)],
    ])
    assert.deepEqual(await part({ range: 'bytes=-9' }), [
      ...[206, `bytes ${length - 9}-${length - 1}/${length}`, text(length - 9, length)],
    ])
    assert.deepEqual(await part({ range: `bytes=${length}-` }), [416, `bytes */${length}`, ''])
    assert.deepEqual((await part({ range: 'bytes=0-1,4-5' }))[0], 200)
    assert.equal((await part({ range: 'bytes=0-1', 'if-range': etag }))[0], 206)
    assert.equal((await part({ range: 'bytes=0-1', 'if-range': '"other"' }))[0], 200)
    assert.equal((await part({ 'if-none-match': etag }))[0], 304)
    const head = await visit(openSound, { method: 'HEAD' })
    assert.deepEqual(
      [head.headers.get('accept-ranges'), head.headers.get('content-length'), await head.text()],
      ['bytes', String(length), ''],
    )
  })

  it('begins with the block that is asked for', async () => {
    const { visit } = withNarrator()
    const whole = await (await visit(openSound)).text()
    const rest = await (await visit(`${openSound}?from=standfirst`)).text()
    assert.ok(rest.startsWith('For the first time since 1951') && whole.endsWith(rest))
  })

  it('is not made any further when the listener goes away', async () => {
    const { visit, asked } = withNarrator()
    const answer = await visit(openSound)
    const reader = answer.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await new Promise((resolve) => setImmediate(resolve))
    assert.ok(asked.length <= 3, asked.join(' '))
  })

  it('is not spoken anew for a network that had too much spoken, but was made for all', async () => {
    const spoken = plainNarrator()
    const taken: string[] = []
    const until = Temporal.Instant.from('2025-05-20T10:00:30Z')
    const rates = {
      ...nobody.rates,
      take: async (wanted: readonly { readonly name: string }[]) => {
        taken.push(...wanted.map(({ name }) => name))
        return taken.length > 1 ? until : null
      },
    }
    const changed = { narrator: spoken.narrator, accounts: { ...nobody, rates } }
    const visit = visitTo(standWith({ changed }))
    const first = await visit(`${openSound}?from=standfirst`)
    assert.equal(first.status, 200)
    await first.arrayBuffer()
    const more = await visit(openSound)
    assert.deepEqual([more.status, taken], [200, ['narrate-asker']], 'it was begun already')
    await more.arrayBuffer()
    for (const path of [said, `${openSound}?voice=soft/en`]) {
      const refused = await visit(path)
      assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '30'])
      assert.deepEqual(await refused.json(), { because: 'busy' })
    }
    assert.equal((await visit(openSaid)).status, 200)
  })

  it('makes nothing for who only asks whether it is there', async () => {
    const { visit, asked } = withNarrator()
    for (const path of [openSound, openSaid]) {
      assert.equal((await visit(path, { method: 'HEAD' })).status, 200)
    }
    assert.deepEqual(asked, [])
  })

  it('says when to come again where too many listen, or an engine fails', async () => {
    const { visit, refuse, stand } = withNarrator()
    refuse(new BusyError('twenty wait'))
    const busy = await visit(openSound)
    assert.deepEqual(
      [busy.status, busy.headers.get('retry-after'), await busy.json()],
      [503, '5', { because: 'busy' }],
    )
    assert.deepEqual(stand.reported, [])
    refuse(new SpeechError('down', 'no answer'))
    const failed = await visit(openSound)
    assert.deepEqual([failed.status, await failed.json()], [503, { because: 'failed' }])
    assert.match(stand.reported.join(), /no answer/)
    const lines = await linesOf(await visit(openSaid))
    assert.deepEqual(lines.slice(1), [{ because: 'failed' }])
  })

  it('is found on the page of its story, which says how long it takes', async () => {
    const { visit } = withNarrator()
    const tool = async (path: string) => {
      const page = await (await visit(path)).text()
      return /<a class="tool listen" href="([^"]*)".*?<span>(.*?)<\/span> <small>(.*?)<\/small>/
        .exec(page)
        ?.slice(1)
    }
    const page = href(addresses.story, open)
    assert.deepEqual(await tool(page), [openSound, 'Listen', 'about 1 min'])
    const ferry = href(addresses.story, { locale: 'nl', ...nightFerry })
    assert.deepEqual((await tool(ferry))?.slice(1), ['Luister naar het begin', 'ongeveer 1 min'])
  })
})
