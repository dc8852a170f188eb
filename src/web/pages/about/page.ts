import { html } from 'hono/html'
import type { Publication } from '#catalogue'
import { baseLanguage } from '#ground/language'
import kiosk from '../../../../package.json' with { type: 'json' }
import { addresses, href } from '../../addresses.ts'
import { contactOf } from '../../components/contact.ts'
import { plainBody } from '../../components/plain.ts'
import { standHolds } from '../../components/stand-holds.ts'
import type { Counts } from '../../keeping/shelves.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { WebSettings } from '../../needs.ts'

interface About {
  readonly settings: WebSettings
  readonly counts: Counts
  readonly publications: readonly Pick<Publication, 'language'>[]
}

/** Who runs the stand, what is on it, how it comes there, and with which program. */
export function aboutSheet(tongue: Tongue, { settings, counts, publications }: About): Sheet {
  const { say, locale } = tongue
  const stand = settings.name
  const names = { locale: locale.name }
  const title = say('about-title', { stand })
  const intro = say('about-intro', { stand })
  const { version } = kiosk
  const source = html`<p><a class="onward" href="${settings.sourceUrl.href}">${say('footer-source')}</a></p>`
  const rules = [
    { to: addresses.plans, named: say('footer-plans') },
    { to: addresses.accessibility, named: say('accessibility-title') },
    { to: addresses.privacy, named: say('privacy-title') },
  ].map(({ to, named }) => html`<li><a class="onward" href="${href(to, names)}">${named}</a></li>`)
  return {
    title,
    description: intro,
    path: href(addresses.about, names),
    kind: 'plain',
    body: plainBody({
      title,
      intro,
      parts: [
        { title: say('about-who'), says: [contactOf(tongue, settings) || say('about-nobody')] },
        {
          title: say('about-holds'),
          says: [
            say('about-counts', { holding: standHolds(tongue, counts) }),
            languagesOf(tongue, publications),
          ],
        },
        { title: say('about-ways'), says: [say('about-stories'), say('about-changes')] },
        {
          title: say('about-front'),
          says: [say('about-order'), say('about-collections'), say('about-nothing-else')],
        },
        { title: say('about-program'), says: [say('about-kiosk', { stand, version }), source] },
        { title: say('about-rules'), says: [html`<ul>${rules}</ul>`] },
      ],
    }),
  }
}

function languagesOf(tongue: Tongue, publications: About['publications']): string {
  const tags = new Set(publications.map(({ language }) => baseLanguage(language)))
  if (tags.size === 0) return ''
  const sorted = [...tags].map(tongue.languageWithin).toSorted(tongue.compare)
  return tongue.say('about-languages', { languages: tongue.list(sorted) })
}
