import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { defaultCut, doors } from '#catalogue'
import type { Said } from '#desk'
import { languageTag } from '#ground/language'
import { slugOf } from '#ground/slug'
import { timeZoneOf } from '#ground/time-zone'

/** `publication.json` in a folder is not as it has to be. */
export class CardError extends Error {
  override readonly name = 'CardError'
}

/** A text in the one spelling that the rest of Kiosk knows. */
function understood(read: (text: string) => string | null, fault: string) {
  return z.string().transform((text, context) => {
    const value = read(text)
    if (value === null) context.addIssue(fault)
    return value ?? z.NEVER
  })
}

const card = z.strictObject({
  slug: z
    .string()
    .refine((slug) => slugOf(slug) !== '', 'has neither a letter nor a digit')
    .optional(),
  title: z.string().min(1),
  kind: z.enum(['newspaper', 'magazine', 'journal']).optional(),
  language: understood(languageTag, 'is not a BCP 47 language tag'),
  description: z.string().optional(),
  home: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .optional(),
  timeZone: understood(timeZoneOf, 'is not a time zone such as Europe/Amsterdam').optional(),
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
