/** `npm run screenshots`: pictures of every page, and what is wrong with them. See `options.ts`. */
import { openProgressBar } from '#ground/progress-bar'
import { launched } from '../browser.fixture.ts'
import { galleryPages } from '../gallery/gallery.fixture.ts'
import { demoPages } from './demo-pages.ts'
import { forReadme } from './for-readme.ts'
import { type Look, lookAt, type Seen } from './look-at.ts'
import { type Options, readOptions, type Theme, usage } from './options.ts'
import { faultsOf, tableOf } from './table.ts'

/** Pages that are visited at the same time. */
const together = 2

const options = understood(process.argv.slice(2))
await using browser = await launched()
await using shown = await (options.of === 'gallery' ? galleryPages() : demoPages())

if (options.of === 'readme') {
  for (const line of await forReadme(browser, shown.pages)) console.log(line)
} else {
  const seen = await everyLook(options)
  const pictures = seen.length * options.themes.length
  console.log(`${tableOf(seen)}\n\n${pictures} pictures are in screenshots/`)
  const faults = faultsOf(seen)
  console.log(`${faults.length} faults${faults.map((fault) => `\n- ${fault}`).join('')}`)
  if (faults.length > 0) process.exitCode = 1
}

async function everyLook({ pages, locales, widths, themes }: Options): Promise<Seen[]> {
  const strange = pages.filter((name) => shown.pages.every((page) => page.name !== name))
  const names = shown.pages.map(({ name }) => name).join(', ')
  if (strange.length > 0) throw new Error(`There is no page ${strange.join()}. There are: ${names}`)
  const wanted = shown.pages.filter(({ name }) => pages.length === 0 || pages.includes(name))
  const looks = wanted.flatMap((page) =>
    locales.flatMap((locale) => widths.map((width) => ({ page, locale, width, themes }))),
  )
  const seen: Seen[] = []
  const waiting = looks.entries()
  const bar = openProgressBar()
  let done = 0
  const worker = async () => {
    for (const [at, look] of waiting) {
      seen[at] = await lookAt(browser, look, fileOf)
      done += 1
      bar.show(done, looks.length, 'pages')
    }
  }
  await Promise.all(Array.from({ length: together }, worker))
  bar.clear()
  return seen
}

function fileOf({ page, locale, width }: Look, theme: Theme): string {
  const folder = options.of === 'gallery' ? 'screenshots/gallery' : 'screenshots'
  return `${folder}/${page.name}-${locale}-${width}-${theme}.png`
}

function understood(words: readonly string[]): Options {
  try {
    return readOptions(words)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exit(2)
  }
}
