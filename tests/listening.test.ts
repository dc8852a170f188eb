import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { canary, stories } from '../src/web/stories.fixture.ts'
import { violations, violationsOfColour } from './axe.fixture.ts'
import { openSpokenStand } from './narration.fixture.ts'
import { sharedBrowser, sharedStand } from './shared-browser.fixture.ts'
import { longStory, spokenStories, unspokenStory } from './spoken-stories.fixture.ts'

const desk = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 844 } }
const pathOf = (story: string, locale = 'en') =>
  `/${locale}/publications/harbour-courier/2025-05-20/${story}`

const visiting = await sharedBrowser()
const spoken = await openSpokenStand()
after(() => spoken[Symbol.asyncDispose]())
const stand = await sharedStand({
  stories: [...spokenStories, unspokenStory, longStory, ...stories],
  changed: { narrator: spoken.narrator },
})

describe('listening to a story', { timeout: 180_000 }, () => {
  it('marks each word while it is spoken, in every language of the stand', async () => {
    for (const three of [spokenStories.slice(0, 3), spokenStories.slice(3)]) {
      await Promise.all(three.map(({ slug }) => onStory(slug, desk, (page) => inStep(page, slug))))
    }
  })

  it('begins at the word that is pressed, and not where a link is', async () => {
    // All of it is made before, so that it is known when each word is heard.
    await (await fetch(`${stand.origin}${pathOf('en')}/narration.mp3`)).arrayBuffer()
    await onStory('en', desk, async (page) => {
      await listening(page)
      await page.evaluate(noteWords)
      const boats = await page.evaluate(() => {
        const text = document.querySelector('.text > :nth-child(3)')?.firstChild
        if (!text?.textContent) throw new Error('There is no third paragraph')
        const range = document.createRange()
        const at = text.textContent.indexOf('rowing')
        range.setStart(text, at + 1)
        range.setEnd(text, at + 2)
        const { x, y } = range.getBoundingClientRect()
        return { x: x + 2, y: y + 5 }
      })
      await page.mouse.click(boats.x, boats.y)
      await page.waitForFunction(() => Reflect.get(window, 'noted').some(isRowing))
      const noted: readonly Noted[] = await page.evaluate(() => Reflect.get(window, 'noted'))
      assert.ok(noted.some(({ words }) => words === 'rowing'))
      assert.ok(!noted.some(({ words }) => words === 'four'))
    })
  })

  it('begins at a word that is not spoken yet, and lets nothing before it be heard', async () => {
    await onStory('long', desk, async (page) => {
      await listening(page)
      await page.evaluate(noteHeard)
      const line = page.locator('.text > p').nth(110)
      await line.scrollIntoViewIfNeeded()
      const box = await line.boundingBox()
      assert.ok(box)
      // The last word of the first line or thereabouts.
      await page.mouse.click(box.x + box.width - 40, box.y + 10)
      const block = await line.getAttribute('id')
      await page.waitForFunction((id) => Reflect.get(window, 'from') === id, block)
      await page.waitForFunction(() => Reflect.get(window, 'heard').length > 2)
      const [first, word]: [number, string] = await page.evaluate(() => [
        Reflect.get(window, 'heard')[0],
        Reflect.get(window, 'word'),
      ])
      const answer = await fetch(`${page.url()}/narration.json?from=${block}`)
      const told = (await answer.text()).split('\n').map((row) => row && JSON.parse(row))
      const { marks, lead } = told.find(({ id, marks: row }) => id === block && row)
      const text = (await line.textContent()) ?? ''
      const wanted = text.lastIndexOf(word, text.length)
      const at = marks.findLastIndex(
        (offset: number, index: number) => index % 3 === 0 && offset <= wanted,
      )
      assert.ok(wanted > 30, word)
      assert.ok(Math.abs(first - lead - marks[at + 2] / 100) < 0.4, `${first} ${marks[at + 2]}`)
    })
  })

  it('is done by keyboard alone, and gives the focus back', async () => {
    await onStory('en', desk, async (page) => {
      await page.focus('.tool.listen')
      await page.keyboard.press('Enter')
      await isPlaying(page)
      const focused = () => page.evaluate(() => document.activeElement?.className)
      assert.equal(await focused(), 'key play')
      await page.keyboard.press('k')
      await page.locator('.player:not(.is-playing)').waitFor()
      // Time stands still meanwhile, so only the key can move it.
      const before = Number(await page.locator('.position').inputValue())
      await page.keyboard.press('l')
      await page.waitForFunction(
        (earlier) => Number(document.querySelector<HTMLInputElement>('.position')?.value) > earlier,
        before + 1,
      )
      await page.keyboard.press('Space')
      await isPlaying(page)
      await page.keyboard.press('>')
      assert.equal(await page.locator('select.speed').inputValue(), '1.1')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Escape')
      assert.equal(await page.locator('.player').count(), 0)
      assert.match(String(await focused()), /listen/)
    })
  })

  it('has no fault that axe knows of, in any colours', async () => {
    await visiting({ ...phone, colorScheme: 'dark' }, async (page) => {
      await page.goto(stand.origin + pathOf('ar', 'ar'))
      await listening(page)
      await page.keyboard.press('k')
      assert.deepEqual(await violations(page), [])
      for (const theme of ['light', 'sepia', 'contrast']) {
        await page.evaluate((name) => {
          document.documentElement.dataset.theme = name
        }, theme)
        assert.deepEqual(await violationsOfColour(page), [], theme)
      }
      await page.click('.player .more')
      assert.deepEqual(await violations(page), [])
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.equal(width, 390)
    })
  })

  it('ends with the lead where the rest is not open, and says so', async () => {
    await onStory('night-ferry-saved', desk, async (page) => {
      await listening(page)
      for (const file of ['narration.json', 'narration.mp3']) {
        const answer = await page.request.get(`${page.url()}/${file}`)
        assert.equal(answer.headers()['cache-control'], 'private, no-store')
        assert.ok(!(await answer.body()).includes(canary))
      }
      await page.evaluate(() => {
        const range = document.querySelector<HTMLInputElement>('.position')
        if (range === null) throw new Error('There is no slider')
        range.value = String(Number(range.max) - 1)
        range.dispatchEvent(new Event('change'))
      })
      await page.locator('.said', { hasText: 'That was the beginning' }).waitFor()
    })
  })

  it('says in one line that it does not work, and works again when it does', async () => {
    await onStory('en', desk, async (page) => {
      await page.route('**/narration.*', (route) => route.abort())
      await page.click('.tool.listen')
      await page.locator('.said', { hasText: 'The text is still here' }).waitFor()
      await page.unroute('**/narration.*')
      await page.click('.player .retry')
      await isPlaying(page)
      assert.equal(await page.locator('.said').textContent(), '')
    })
  })

  it('goes on with the next story of the queue, and leads to it', async () => {
    await onStory('en', desk, async (page) => {
      await page.evaluate((at) => {
        const story = { title: 'De dijk', language: 'nl', direction: 'ltr', from: 'The Courier' }
        const name = 'harbour-courier/2025-05-20/nl'
        localStorage.setItem('queue', JSON.stringify([{ ...story, name, at }]))
      }, pathOf('nl'))
      await listening(page)
      await page.evaluate(() => {
        const audio = document.querySelector('audio')
        if (audio) audio.currentTime = audio.duration - 0.5
      })
      await page.locator('.player .title', { hasText: 'De dijk' }).waitFor()
      await isPlaying(page)
      assert.equal(await page.locator('.player .title').getAttribute('href'), pathOf('nl'))
    })
  })

  it('is done by the device where no voice here speaks a language, or says that it is not', async () => {
    for (const mute of [false, true]) {
      await visiting(desk, async (page) => {
        await page.addInitScript(speakInstead, mute)
        await page.goto(stand.origin + pathOf('ja'))
        await page.click('.tool.listen')
        await page.locator('.said', { hasText: 'your device speaks' }).waitFor()
        const end = mute ? 'No voice here speaks this language' : 'That was the story'
        await page.locator('.said', { hasText: end }).waitFor()
        const said = await page.evaluate(() => Reflect.get(window, 'spoken'))
        assert.deepEqual(said, mute ? ['潮が引く'] : ['潮が引く', '船は泥の上に眠る。'])
      })
    }
    await onStory('ja', desk, async (page) => {
      assert.equal(await page.locator('.tool.listen').isVisible(), false)
    })
  })

  it('is a plain link to the sound without a script', async () => {
    await visiting({ ...phone, javaScriptEnabled: false }, async (page) => {
      await page.goto(stand.origin + pathOf('en'))
      const at = await page.locator('.tool.listen').getAttribute('href')
      const answer = await page.request.get(stand.origin + at)
      assert.equal(answer.headers()['content-type'], 'audio/mpeg')
    })
  })
})

/** Of the first words of a story, how far the marks on the page are from what is heard. */
async function inStep(page: Page, slug: string): Promise<void> {
  await page.evaluate(noteWords)
  await page.click('.tool.listen')
  await page.waitForFunction(() => Reflect.get(window, 'noted').length >= 9)
  const noted: readonly Noted[] = await page.evaluate(() => Reflect.get(window, 'noted'))
  const wanted = await marksOf(slug)
  const errors = noted.slice(0, 9).map(({ words, at }) => {
    const near = wanted.filter((mark) => mark.words === words)
    assert.ok(near.length > 0, `${slug}: ${words}`)
    return Math.min(...near.map((mark) => Math.abs(mark.at - at)))
  })
  assert.ok(median(errors) <= 0.05, `${slug}: ${errors.join(' ')}`)
}

/** In the page: a device with a voice for Japanese, which may be a voice that never begins. */
function speakInstead(mute: boolean): void {
  class Utterance {
    text: string
    onstart = () => {}
    onend = () => {}
    constructor(text: string) {
      this.text = text
    }
  }
  const spoken: string[] = []
  const voices = [{ lang: 'ja-JP', localService: true, name: 'Tide' }]
  const speak = ({ text, onstart, onend }: Utterance) => {
    spoken.push(text)
    if (mute) return
    setTimeout(onstart, 20)
    setTimeout(onend, 60)
  }
  const speechSynthesis = {
    ...{ getVoices: () => voices, speak, cancel: () => {} },
    addEventListener: () => {},
  }
  Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis })
  Reflect.set(window, 'SpeechSynthesisUtterance', Utterance)
  Reflect.set(window, 'spoken', spoken)
}

interface Noted {
  readonly words: string
  readonly at: number
}

/** In the page: which block the sound begins with, what is heard of it, and the first word marked. */
function noteHeard(): void {
  const audio = document.querySelector('audio')
  const heard: number[] = []
  Reflect.set(window, 'heard', heard)
  const begins = () => new URL(audio?.currentSrc || location.href).searchParams.get('from')
  const note = () => {
    Reflect.set(window, 'from', begins())
    if (audio === null || begins() === null || audio.muted || audio.paused) return
    if (audio.currentTime > 0) heard.push(audio.currentTime)
  }
  for (const moment of ['timeupdate', 'volumechange', 'playing'])
    audio?.addEventListener(moment, note)
  const set = CSS.highlights.set.bind(CSS.highlights)
  CSS.highlights.set = (name, highlight) => {
    const [range] = highlight
    if (name === 'spoken-word' && range && begins() !== null && !Reflect.has(window, 'word')) {
      Reflect.set(window, 'word', range.toString())
    }
    return set(name, highlight)
  }
}

/** In the page: which word is marked, and where the sound is then. */
function noteWords(): void {
  const noted: Noted[] = []
  Reflect.set(window, 'noted', noted)
  Reflect.set(window, 'isRowing', ({ words }: Noted) => words === 'rowing')
  const set = CSS.highlights.set.bind(CSS.highlights)
  CSS.highlights.set = (name, highlight) => {
    const [range] = highlight
    const audio = document.querySelector('audio')
    if (name === 'spoken-word' && range && audio) {
      noted.push({ words: range.toString(), at: audio.currentTime })
    }
    return set(name, highlight)
  }
}

/** In the page. */
declare const isRowing: (noted: Noted) => boolean

/** When the stand says that each word is heard, in seconds of the whole sound. */
async function marksOf(slug: string): Promise<readonly Noted[]> {
  const answer = await fetch(`${stand.origin}${pathOf(slug)}/narration.json`)
  const [, ...blocks] = (await answer.text()).trim().split('\n')
  const story = spokenStories.find((one) => one.slug === slug)
  const marks: Noted[] = []
  let start = 0
  for (const line of blocks) {
    const { id, seconds, lead, marks: row } = JSON.parse(line)
    const body = story?.blocks[Number(id.slice(1))]
    const html = body?.kind === 'paragraph' ? body.html : (story?.headline ?? '')
    const text = html.replace(/<[^>]*>/g, '')
    for (let at = 0; at < row.length; at += 3) {
      const words = text.slice(row[at], row[at] + row[at + 1])
      marks.push({ words, at: start + lead + row[at + 2] / 100 })
    }
    start += seconds
  }
  return marks
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

async function listening(page: Page): Promise<void> {
  await page.click('.tool.listen')
  await isPlaying(page)
}

async function isPlaying(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const audio = document.querySelector('audio')
    const total = Number(document.querySelector<HTMLInputElement>('.position')?.max)
    return audio !== null && !audio.paused && audio.currentTime > 0.1 && total > 0
  })
}

function onStory(
  story: string,
  options: BrowserContextOptions,
  see: (page: Page) => Promise<void>,
) {
  return visiting(options, async (page) => {
    await page.goto(stand.origin + pathOf(story))
    await see(page)
  })
}
