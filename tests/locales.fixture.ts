import { parseMessage } from 'messageformat'
import ar from '../locales/ar.json' with { type: 'json' }
import de from '../locales/de.json' with { type: 'json' }
import en from '../locales/en.json' with { type: 'json' }
import es from '../locales/es.json' with { type: 'json' }
import fr from '../locales/fr.json' with { type: 'json' }
import nl from '../locales/nl.json' with { type: 'json' }

export type LocaleFile = Readonly<Record<string, string>>

export const english: LocaleFile = en
export const others: Readonly<Record<string, LocaleFile>> = { nl, de, fr, es, ar }

/** Every form of a sentence, with "…" where a value stands. */
export function formsOf(sentence: string): readonly string[] {
  const message = parseMessage(sentence)
  const patterns =
    message.type === 'message' ? [message.pattern] : message.variants.map(({ value }) => value)
  return patterns.map((parts) =>
    parts.map((part) => (typeof part === 'string' ? part : '…')).join(''),
  )
}
