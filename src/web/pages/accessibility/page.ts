import kiosk from '../../../../package.json' with { type: 'json' }
import { addresses, href } from '../../addresses.ts'
import { contactOf } from '../../components/contact.ts'
import { plainBody } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { WebSettings } from '../../needs.ts'

const guidelines = 'WCAG 2.2 AA'
/** When these words were last held against the program: change it with them. */
const reviewed = Temporal.PlainDate.from('2026-11-23')

/** What anyone can count on here, what falls short, and where to say so. */
export function accessibilitySheet(tongue: Tongue, settings: WebSettings): Sheet {
  const { say, locale } = tongue
  const stand = settings.name
  const title = say('accessibility-title')
  const intro = say('accessibility-intro', { stand, guidelines })
  const { version } = kiosk
  return {
    title,
    description: intro,
    path: href(addresses.accessibility, { locale: locale.name }),
    kind: 'plain',
    body: plainBody({
      title,
      intro,
      parts: [
        {
          title: say('accessibility-met'),
          says: [
            say('accessibility-keyboard'),
            say('accessibility-size'),
            say('accessibility-colours'),
            say('accessibility-languages'),
            say('accessibility-motion'),
          ],
        },
        {
          title: say('accessibility-tested'),
          says: [say('accessibility-tests', { tool: 'axe' }), say('accessibility-untested')],
        },
        {
          title: say('accessibility-limits'),
          says: [
            say('accessibility-pictures'),
            say('accessibility-texts'),
            say('accessibility-covers'),
          ],
        },
        {
          title: say('accessibility-report'),
          says: [say('accessibility-write'), contactOf(tongue, settings)],
        },
        {
          title: say('accessibility-date'),
          says: [say('accessibility-of', { version, date: tongue.date(reviewed) })],
        },
      ],
    }),
  }
}
