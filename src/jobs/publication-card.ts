import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { defaultCut, doors } from '#catalogue'
import type { Said } from '#desk'
import { languageTag } from '#ground/language'

/** `publication.json` in a folder is not as it has to be. */
export class CardError extends Error {
  override readonly name = 'CardError'
}

const card = z.strictObject({
  slug: z.string().optional(),
  title: z.string().min(1),
  kind: z.enum(['newspaper', 'magazine', 'journal']).optional(),
  language: z.string().refine((tag) => languageTag(tag) !== null, 'is not a BCP 47 language tag'),
  description: z.string().optional(),
  home: z.url().nullable().optional(),
  timeZone: z.string().optional(),
  door: z.enum(doors).optional(),
  cut: z
    .strictObject({
      paragraphs: z.int().min(0).default(defaultCut.paragraphs),
      words: z.int().min(0).nullable().default(defaultCut.words),
      share: z.number().min(0).max(defaultCut.share).default(defaultCut.share),
    })
    .optional(),
})

/**
 * What a `publication.json` says of its publication; nothing when there is no such file.
 * @throws CardError naming every field that is wrong
 */
export async function readCard(file: string): Promise<Said> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return {}
  const read = card.safeParse(jsonIn(text, file))
  if (!read.success) {
    throw new CardError(
      `${file} is not a description of a publication:\n${z.prettifyError(read.error)}`,
    )
  }
  const { slug, ...said } = read.data
  const known = Object.entries(said).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(known), ...(slug === undefined ? {} : { publication: slug }) }
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CardError(`${file} is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}
