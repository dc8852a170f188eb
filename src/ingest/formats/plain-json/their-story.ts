import { z } from 'zod'

const words = z.string().nullish()

/**
 * One story as `story-json` writes it. Text is plain, apart from `html`. Only the headline and one
 * of `body` and `html` are needed; other names are ignored.
 */
const theirStory = z.object({
  /** What identifies the story; else its `url`, else its headline and date do. */
  id: z.union([z.string(), z.number()]).nullish(),
  headline: words,
  title: words,
  standfirst: words,
  author: words,
  byline: words,
  bylines: z.array(z.string()).nullish(),
  /** BCP 47. */
  lang: words,
  language: words,
  dir: z.enum(['ltr', 'rtl']).nullish().catch(null),
  /** ISO 8601, a day or a moment. */
  date: words,
  published: words,
  section: words,
  /** Where it stands on the web. */
  url: words,
  sourceUrl: words,
  /** Printed below the story, as free licences ask. */
  licence: words,
  attribution: words,
  /** Paragraphs; in a single text an empty line parts them. */
  body: z.union([z.string(), z.array(z.string())]).nullish(),
  html: words,
})

export type TheirStory = z.infer<typeof theirStory>

/** The story, or what is wrong with it and where. */
export function storyIn(
  value: unknown,
): TheirStory | { readonly path: string; readonly fault: string } {
  const read = theirStory.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  return { path: issue?.path.join('.') ?? '', fault: issue?.message ?? 'is no story' }
}
