import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { StoryAddress, StoryReader } from '#catalogue'
import { correctStory, type ReceiveNeeds, withdrawStory } from '#desk'
import { DemoError } from './demo-error.ts'
import type { ImportNeeds } from './import-source.ts'
import { readCard } from './publication-card.ts'
import { readDraft } from './read-draft.ts'

export type AfterwardsNeeds = ReceiveNeeds &
  Pick<ImportNeeds, 'reader' | 'timeZone'> & { readonly stories: StoryReader }

const place = { publication: z.string(), edition: z.string(), story: z.string() }

const steps = z.array(
  z.union([
    z.strictObject({
      correct: z.strictObject({ ...place, file: z.string(), note: z.string().min(1) }),
    }),
    z.strictObject({ withdraw: z.strictObject(place) }),
  ]),
)

type Correction = StoryAddress & { readonly file: string; readonly note: string }

/**
 * Corrects and withdraws what the demo's `afterwards.json` lists, in its order; nothing when there
 * is no such file. What was done before, or what the desk has withdrawn meanwhile, is left so.
 * @throws DemoError naming what is wrong with the list or a file that it names
 */
export async function doAfterwards(needs: AfterwardsNeeds, demo: string): Promise<void> {
  const list = join(demo, 'afterwards.json')
  for (const step of await stepsIn(list)) {
    const address = 'correct' in step ? step.correct : step.withdraw
    const story = await needs.stories.byAddress(address)
    if (story === 'withdrawn') continue
    if (story === null) {
      const { publication, edition, story: slug } = address
      throw new DemoError(`${list} names ${publication}/${edition}/${slug}, which is no story.`)
    }
    if ('withdraw' in step) await withdrawStory(needs, address)
    else if (story.corrections.every(({ note }) => note !== step.correct.note)) {
      await correct(needs, demo, step.correct)
    }
  }
}

/** The note tells whether it was done: the demo may have been ended between doing and knowing. */
async function correct(
  needs: AfterwardsNeeds,
  demo: string,
  { file, note, ...address }: Correction,
): Promise<void> {
  const folder = join(demo, address.publication)
  const path = join(folder, file)
  const { said } = await readCard(join(folder, 'publication.json'))
  const read = await readDraft(needs, path, said)
  if (!read.ok) throw new DemoError(`${path}: ${read.reason.map((one) => one.message).join(' ')}`)
  // Its pictures are those of its publication, and lie below the publication's folder.
  const from = join(folder, 'publication.json')
  const done = await correctStory(needs, { address, note, draft: read.value, from })
  if (!done.ok) throw new DemoError(`${path} corrects nothing: ${done.reason}.`)
  const [fault] = done.value
  if (fault !== undefined) throw new DemoError(`${path}: ${fault.message} (${fault.where})`)
}

async function stepsIn(file: string): Promise<z.infer<typeof steps>> {
  const text = await readFile(file, 'utf8').catch(() => '[]')
  try {
    return steps.parse(JSON.parse(text))
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new DemoError(`${file} is not a list of corrections and withdrawals:\n${why}`)
  }
}
