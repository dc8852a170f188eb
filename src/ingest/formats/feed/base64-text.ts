import { escapeHtml } from '#ground/escape'

const marked = /\bmode\s*=\s*["']base64|\btype\s*=\s*["']application\/octet-stream/i
const element =
  /<(title|tagline|subtitle|summary|content)\b([^>]*?\b(?:mode\s*=\s*["']base64|type\s*=\s*["']application\/octet-stream)["'][^>]*)>([A-Za-z\d+/=\s]+)<\/\1\s*>/gi

/**
 * Atom 0.3 let a text be sent as base64, and some went on so in Atom 1.0. The feed reader takes
 * the digits for the text; here they become the HTML that they stand for.
 */
export function withoutBase64(xml: string): string {
  if (!marked.test(xml)) return xml
  return xml.replace(element, (whole, name: string, attributes: string, digits: string) => {
    const text = textIn(digits)
    if (text === null) return whole
    const others = attributes.replace(/\s(?:mode|type)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    return `<${name}${others} type="html">${escapeHtml(text)}</${name}>`
  })
}

function textIn(digits: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(digits, 'base64'))
  } catch {
    return null
  }
}
