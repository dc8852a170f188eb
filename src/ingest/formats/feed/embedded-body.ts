const marked = /<(?:\w+:)?(?:body|fullitem)[\s>]/i
const body = /<((?:\w+:)?)body(?:\s[^>]*)?>(.*?)<\/\1body\s*>/gis

/**
 * Before `content:encoded`, whole texts stood in RSS items as an XHTML `<body>` or as `<fullitem>`,
 * which the feed reader does not know: here they get the name it knows. Feeds with CDATA are
 * younger than that, and what looks like a `<body>` in one is a part of a text.
 */
export function withKnownBodies(xml: string): string {
  if (!marked.test(xml) || xml.includes('<![CDATA[')) return xml
  return xml
    .replace(body, (_, prefix: string, inner: string) => encoded(withoutPrefix(inner, prefix)))
    .replace(/(<\/?)fullitem(?=[\s>])/gi, '$1content:encoded')
}

const encoded = (html: string): string => `<content:encoded><![CDATA[${html}]]></content:encoded>`

const withoutPrefix = (xml: string, prefix: string): string =>
  prefix === '' ? xml : xml.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</')
