import { addresses, href } from '../../addresses.ts'
import type { IconName } from '../../components/icon.ts'
import type { Tongue } from '../../languages/tongue.ts'

interface OwnLink {
  readonly to: string
  readonly drawn: IconName
  readonly named: string
}

/** The pages that are a reader's own, beside that of what they follow. */
export function ownLinks({ say, locale }: Tongue): readonly OwnLink[] {
  const names = { locale: locale.name }
  return [
    { to: href(addresses.saved, names), drawn: 'bookmark', named: say('saved-title') },
    { to: href(addresses.lists, names), drawn: 'list', named: say('lists-title') },
    { to: href(addresses.queue, names), drawn: 'queue', named: say('queue-title') },
    { to: href(addresses.history, names), drawn: 'check', named: say('history-title') },
  ]
}
