import type { NoticeKind } from '#access'
import type { MailFacts } from '#accounts'
import type { MessageKey, Values } from '../languages/say.ts'
import type { Line, Surroundings } from './lines.ts'

type Facts = MailFacts['notice']['facts']

/** The sentence of an edition that stays open though some of its price was paid back; or null. */
export const editionWords = (kind: NoticeKind, { whole }: Facts): MessageKey | null =>
  kind === 'edition-refunded' && whole === 'no' ? 'mail-edition-partly-refunded' : null

/**
 * Where a bought edition is read, and what its buyer agreed to: they are owed that on paper (EU
 * Directive 2011/83, article 8.7 b).
 */
export function editionLines(
  facts: Facts,
  values: Values,
  { say, editionAt }: Surroundings,
): readonly Line[] {
  const { 'publication-slug': publication, 'edition-slug': edition, words } = facts
  const isNamed = typeof publication === 'string' && typeof edition === 'string'
  const read: readonly Line[] = isNamed
    ? [
        { kind: 'words', text: say('mail-edition-read') },
        { kind: 'link', address: editionAt(publication, edition) },
      ]
    : []
  const agreed: readonly Line[] = words
    ? [{ kind: 'words', text: say('mail-edition-agreed', values) }]
    : []
  return [...read, ...agreed]
}
