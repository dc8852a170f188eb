import { escapeHtml } from '#ground/escape'

/**
 * The text as it must stand in XML 1.0, between tags or in a quoted attribute. Characters that XML
 * cannot hold at all, not even as a reference (most controls, halves of pairs), are left out.
 */
export function xmlText(text: string): string {
  return escapeHtml(text.replace(unwritable, ''))
}

/** Everything but the production Char of XML 1.0 (section 2.2). */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>\n'
