import { html } from 'hono/html'
import { makeMineFeed } from '#reading'
import { addresses, href } from '../../addresses.ts'
import { deed, doneWords } from '../../components/form.ts'
import { secretLinkSheet } from '../../components/secret-link.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Page } from '../../named-page.ts'
import { type Html, sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { forReader } from '../account/for-reader.ts'

/** Makes a reader's private feed, or its address anew, and shows it this once; or ends it. */
export function changeMineFeed(needs: PageNeeds): Page {
  const { theirs, accounts, clock, settings, lay } = needs
  return forReader(addresses.accountFeed, async (c, { reader }) => {
    const tongue = c.get('tongue')
    const { say, locale } = tongue
    const mine = href(addresses.mine, { locale: locale.name })
    if ((await typedIn(c))('do') === 'end') {
      await theirs.feeds.end(reader.id)
      return c.redirect(`${mine}?feed=ended#feed`, 303)
    }
    const { keys } = accounts
    const token = await makeMineFeed({ feeds: theirs.feeds, keys, clock }, reader.id)
    const at = href(addresses.mineFeed, { token: `${token}.atom` })
    const sheet = secretLinkSheet(tongue, {
      title: say('mine-feed'),
      intro: say('mine-feed-given'),
      label: say('mine-feed-address'),
      link: new URL(at, settings.publicUrl),
      hint: `${say('mine-feed-secret')} ${say('mine-feed-json', { format: 'JSON Feed', atom: '.atom', json: '.json' })}`,
      back: { to: `${mine}#feed`, words: say('nav-mine') },
    })
    return sendPage(c, lay(tongue, sheet))
  })
}

/** What stands on the page of what is followed about the reader's feed. */
export interface FeedOfMine {
  /** The day on which it was made, or null. */
  readonly made: Temporal.PlainDate | null
  /** It was ended a moment ago. */
  readonly isEnded: boolean
}

export function feedPart({ say, locale, date }: Tongue, { made, isEnded }: FeedOfMine): Html {
  const at = href(addresses.accountFeed, { locale: locale.name })
  const buttons =
    made === null
      ? deed(at, say('mine-feed-make'), { do: 'make' })
      : html`${deed(at, say('mine-feed-anew'), { do: 'make' })}${deed(at, say('mine-feed-end'), { do: 'end' })}`
  const stands =
    made === null
      ? html`<p>${say('mine-feed-text')}</p>`
      : html`<p>${say('mine-feed-made', { date: date(made) })}</p><p>${say('mine-feed-change')}</p>`
  const done = isEnded && made === null && doneWords(say('mine-feed-ended'))
  return html`<section class="things of-feed" id="feed"><h2>${say('mine-feed')}</h2>${done}<div class="hint">${stands}<p>${say('mine-feed-secret')}</p></div><div class="row">${buttons}</div></section>`
}
