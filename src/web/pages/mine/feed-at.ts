import { addresses, href } from '../../addresses.ts'
import type { Thing } from '../../components/keeping.ts'
import type { Tongue } from '../../languages/tongue.ts'

/** The path of the feed that tells the same. */
export function feedAt({ locale: { name: locale } }: Tongue, { kind, name }: Thing): string {
  const file = `${name}.atom`
  switch (kind) {
    case 'publication':
      return href(addresses.publicationFeed, { locale, file })
    case 'topic':
      return href(addresses.topicFeed, { locale, file })
    case 'byline':
      return href(addresses.bylineFeed, { locale, file })
  }
}
