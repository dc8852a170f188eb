import { html } from 'hono/html'
import type { Letter, Mail } from '#accounts'
import { addresses, href } from '../addresses.ts'
import { chooseLocale } from '../languages/choose.ts'
import { type Locale, localesOf } from '../languages/locales.ts'
import { sayIn } from '../languages/say.ts'
import type { WebSettings } from '../needs.ts'
import { type Html, textOf } from '../page.ts'
import { type Line, linesOf } from './lines.ts'

type LetterSettings = Pick<
  WebSettings,
  'name' | 'publicUrl' | 'operator' | 'contact' | 'vat' | 'language' | 'timeZone' | 'pseudoLocales'
>

/** Puts mails into words, each in its reader's language. Pure: the same mail gives the same letter. */
export function letterWriter(settings: LetterSettings): (mail: Mail) => Letter {
  const locales = localesOf(settings)
  const { name: stand, publicUrl, operator, contact, vat, timeZone } = settings
  const where = contact === null ? publicUrl.href : contact.href.replace(/^mailto:/, '')
  return (mail) => {
    const locale = chooseLocale([mail.locale, settings.language, 'en'], locales)
    if (locale === null) throw new TypeError('A stand without a language')
    const say = sayIn(locale)
    const { subject, lines } = linesOf(mail, {
      ...{ say, stand, where, operator, contact, vat, tag: locale.tag, timeZone },
      plans: new URL(href(addresses.plans, { locale: locale.name }), publicUrl).href,
      editionAt: (publication, edition) => {
        const names = { locale: locale.name, publication, edition }
        return new URL(href(addresses.edition, names), publicUrl).href
      },
      withdrawAt: (token) =>
        new URL(href(addresses.withdraw, { locale: locale.name, token }), publicUrl).href,
    })
    const all: readonly Line[] = [
      ...lines,
      { kind: 'words', text: say('mail-from', { stand, where: publicUrl.href }) },
    ]
    return {
      subject,
      text: `${all.map(plain).join('\n\n')}\n`,
      html: textOf(page(subject, all, locale)),
    }
  }
}

const plain = (line: Line) => (line.kind === 'link' ? line.address : line.text)

/** Set for mail programs: no style sheet, no picture, nothing that is fetched. */
function page(subject: string, lines: readonly Line[], { tag, direction }: Locale): Html {
  return html`<!doctype html>
<html lang="${tag.split('-u-')[0] ?? tag}" dir="${direction}">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body style="font:1rem/1.5 Georgia,serif;max-width:36em;margin:1.5em auto;padding:0 1em">
${lines.map(paragraph)}
</body>
</html>
`
}

function paragraph(line: Line): Html {
  if (line.kind === 'words') return html`<p>${line.text}</p>`
  if (line.kind === 'link') {
    return html`<p><a dir="ltr" href="${line.address}">${line.address}</a></p>`
  }
  return html`<p style="font:700 1.75rem/1.2 monospace;letter-spacing:.15em"><bdi dir="ltr">${line.text}</bdi></p>`
}
