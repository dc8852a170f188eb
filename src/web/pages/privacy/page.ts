import { addresses, href } from '../../addresses.ts'
import { contactOf } from '../../components/contact.ts'
import { plainBody } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { WebSettings } from '../../needs.ts'

/**
 * What the program does with what it learns of a reader. Every sentence is true of the source: who
 * makes the program keep or send more changes these sentences too.
 */
export function privacySheet(tongue: Tongue, settings: WebSettings): Sheet {
  const { say, locale } = tongue
  const stand = settings.name
  const title = say('privacy-title')
  const intro = say('privacy-intro', { stand })
  return {
    title,
    description: intro,
    path: href(addresses.privacy, { locale: locale.name }),
    kind: 'plain',
    body: plainBody({
      title,
      intro,
      parts: [
        {
          title: say('privacy-browser'),
          says: [
            say('privacy-cookie', { cookie: 'locale' }),
            say('privacy-storage', { entry: 'theme' }),
            say('privacy-reading', {
              reading: 'reading',
              chosen: 'reading-at',
              elsewhere: 'reading-elsewhere',
            }),
            say('privacy-places', {
              places: 'places',
              queue: 'queue',
              listening: 'listening',
            }),
            say('privacy-read-in', { name: 'read-in' }),
            say('privacy-slash', { entry: 'search-slash' }),
            say('privacy-session', {
              session: 'session',
              reader: 'reader',
              asked: 'asked',
              provider: 'provider',
            }),
            say('privacy-given', { gift: 'gift', checkout: 'checkout', meter: 'meter' }),
            say('privacy-no-more'),
          ],
        },
        {
          title: say('privacy-stand'),
          says: [
            say('privacy-address'),
            say('privacy-log'),
            say('privacy-counting'),
            say('privacy-server'),
          ],
        },
        {
          title: say('privacy-others'),
          says: [
            say('privacy-no-others'),
            say('privacy-paying', { service: 'Stripe' }),
            say('privacy-links'),
          ],
        },
        {
          title: say('privacy-accounts'),
          says: [
            say('privacy-account-kept', { stand }),
            say('privacy-account-reading'),
            say('privacy-account-places'),
            say('privacy-account-shelf'),
            say('privacy-account-yours'),
          ],
        },
        {
          title: say('privacy-rights'),
          says: [say('privacy-ask'), contactOf(tongue, settings)],
        },
      ],
    }),
  }
}
