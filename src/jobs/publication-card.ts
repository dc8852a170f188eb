import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { defaultCut, defaultPermits, doors, rhythms, topics, unsaidLicence } from '#catalogue'
import type { Said } from '#desk'
import { languageTag } from '#ground/language'
import { slugOf } from '#ground/slug'
import { timeZoneOf } from '#ground/time-zone'
import { CardError } from './card-error.ts'

/** A text in the one spelling that the rest of Kiosk knows. */
function understood<Value>(read: (text: string) => Value | null, fault: string) {
  return z.string().transform((text, context) => {
    const value = read(text)
    if (value === null) context.addIssue(fault)
    return value ?? z.NEVER
  })
}

function dayOf(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return null
  }
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
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'is not a country code of two capitals such as NL (ISO 3166-1)')
    .optional(),
  rhythm: z.enum(rhythms).optional(),
  /** A picture's address, or a file beside this one. */
  logo: z.string().min(1).optional(),
  topics: z.array(z.enum(topics)).max(6).optional(),
  licence: z
    .strictObject({
      content: z.enum(['all', 'selected']).default('all'),
      since: understood(dayOf, 'is not a day such as 2024-01-31').nullable().default(null),
      delayDays: z.int().min(0).max(3_650).default(unsaidLicence.delayDays),
      freeAtHome: z.boolean().default(unsaidLicence.freeAtHome),
    })
    .optional(),
  permits: z
    .strictObject({
      narration: z.boolean().default(defaultPermits.narration),
      machineTranslation: z.boolean().default(defaultPermits.machineTranslation),
      thirdParties: z.boolean().default(defaultPermits.thirdParties),
    })
    .optional(),
})

export interface Card {
  readonly said: Said
  readonly logo: string | null
}

/**
 * What a `publication.json` says of its publication; nothing when there is no such file.
 * @throws CardError naming every field that is wrong
 */
export async function readCard(file: string): Promise<Card> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return { said: {}, logo: null }
  const read = card.safeParse(jsonIn(text, file))
  if (!read.success) {
    throw new CardError(
      `${file} is not a description of a publication:\n${z.prettifyError(read.error)}`,
    )
  }
  const { slug, logo = null, ...said } = read.data
  const known = Object.entries(said).filter(([, value]) => value !== undefined)
  const named = slug === undefined ? {} : { publication: slug }
  return { said: { ...Object.fromEntries(known), ...named }, logo }
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CardError(`${file} is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}
