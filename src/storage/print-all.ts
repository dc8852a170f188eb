import type { Kysely } from 'kysely'
import type { Sheet } from '#desk'
import { noteAll } from './outbox.ts'
import { insertStories, newEdition, placesIn } from './place-stories.ts'
import { printSheet } from './print.ts'
import type { Tables } from './tables.ts'

/** So many editions of so many stories are asked for together: values that any engine takes. */
const sheetsAtOnce = 500
const fewStories = 50

/**
 * Prints many small editions in the transaction it is given. Those of which nothing is known yet are
 * put down together: one by one, an engine would spend its time on being asked.
 */
export async function printSheets(turn: Kysely<Tables>, sheets: readonly Sheet[]): Promise<void> {
  for (let from = 0; from < sheets.length; from += sheetsAtOnce)
    await printPortion(turn, sheets.slice(from, from + sheetsAtOnce))
}

async function printPortion(turn: Kysely<Tables>, sheets: readonly Sheet[]): Promise<void> {
  const known = await knownOf(turn, sheets.filter(isSmall))
  const fresh: Sheet[] = []
  for (const sheet of sheets) {
    const names = namesOf(sheet)
    if (isSmall(sheet) && names.every((name) => !known.has(name))) fresh.push(sheet)
    else {
      await printFresh(turn, fresh.splice(0))
      await printSheet(turn, sheet)
    }
    for (const name of names) known.add(name)
  }
  await printFresh(turn, fresh)
}

/** What an edition and its stories are known by. */
const namesOf = (sheet: Sheet): readonly string[] => {
  const { publication, stories } = sheet
  const said = [newEdition(sheet).slug, ...stories.map(({ key }) => key)]
  return said.map((name) => `${publication.id} ${name}`)
}

/** Has a few stories, and none of them twice. */
const isSmall = ({ stories }: Sheet): boolean =>
  stories.length > 0 &&
  stories.length <= fewStories &&
  new Set(stories.map(({ key }) => key)).size === stories.length

/** Which of these editions and stories are there, or wait. */
async function knownOf(turn: Kysely<Tables>, sheets: readonly Sheet[]): Promise<Set<string>> {
  if (sheets.length === 0) return new Set()
  const publications = [...new Set(sheets.map(({ publication }) => publication.id))]
  const keys = [...new Set(sheets.flatMap(({ stories }) => stories.map(({ key }) => key)))]
  const slugs = [...new Set(sheets.map((sheet) => newEdition(sheet).slug))]
  const stories = (['received', 'held'] as const).map((table) =>
    turn
      .selectFrom(table)
      .select(['publication_id', 'key as name'])
      .where('publication_id', 'in', publications)
      .where('key', 'in', keys)
      .execute(),
  )
  const editions = turn
    .selectFrom('edition')
    .select(['publication_id', 'slug as name'])
    .where('publication_id', 'in', publications)
    .where('slug', 'in', slugs)
    .execute()
  const found = await Promise.all([...stories, editions])
  return new Set(found.flat().map(({ publication_id, name }) => `${publication_id} ${name}`))
}

async function printFresh(turn: Kysely<Tables>, sheets: readonly Sheet[]): Promise<void> {
  if (sheets.length === 0) return
  const printed = sheets.map((sheet) => {
    const edition = newEdition(sheet)
    return { sheet, edition, placed: placesIn({ sheet, edition, inside: [] }, sheet.stories) }
  })
  const editions = printed.map(({ edition }) => edition)
  await turn.insertInto('edition').values(editions).execute()
  await insertStories(
    turn,
    printed.flatMap(({ placed }) => placed),
  )
  await noteAll(
    turn,
    printed.map(({ sheet: { at, publication }, placed }) => {
      const stories = placed.map(({ id }) => id)
      return { at, happening: { kind: 'printed', publication: publication.slug, stories } }
    }),
  )
}
