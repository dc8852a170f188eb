import { textOf } from '#catalogue'
import { askAll, type Making } from './ask-all.ts'
import { inlineHtml, inlineTree, linksIn, type Mark } from './inline-tree.ts'
import { questionsOn } from './placeholders.ts'

interface Translated {
  readonly id: string
  readonly html: string
  /** Empty where there is none. */
  readonly translated: string
}

/** So much of what a link says has to be what its words alone are translated as. */
const leastAlike = 0.5

/**
 * Segments of which a link may be on other words than it was. An engine of rules moves words and leaves
 * tags where they stood; so it is asked for the words of each link alone, and these are compared.
 */
export async function misplacedLinks(
  segments: readonly Translated[],
  making: Making,
): Promise<ReadonlySet<string>> {
  const { format, protection } = making.desk.engine
  if (protection !== 'strange-word') return new Set()
  const way = { from: making.pair.from, format, protection, names: making.names }
  const asked = segments.flatMap(({ id, html, translated }) => {
    const found = linksOf(translated)
    return linksOf(html).map((link, at) => ({
      id: `${id}/${at}`,
      of: id,
      question: questionsOn(inlineHtml(link.inside), way).plain,
      found: found.filter(({ opening }) => opening === link.opening),
    }))
  })
  const there = asked.filter(({ found }) => found.length > 0)
  // Who does not answer tells nothing: then the links stand as they came.
  const alone = await askAll(making, there, ({ question }) => question.content).catch(() => null)
  const wrong = there.filter(({ id, question, found }) => {
    const answer = alone?.get(id)
    const expected = answer === undefined ? null : question.read(answer)
    return expected !== null && !found.some((link) => isAlike(expected, inlineHtml(link.inside)))
  })
  return new Set(wrong.map(({ of }) => of))
}

const linksOf = (html: string): readonly Mark[] => linksIn(inlineTree(html) ?? [])

function isAlike(expected: string, found: string): boolean {
  const [wanted, there] = [expected, found].map(
    (html) =>
      new Set(
        textOf(html)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
      ),
  )
  if (wanted === undefined || there === undefined) return true
  const shared = wanted.intersection(there).size
  return shared >= leastAlike * Math.max(wanted.size, there.size)
}
