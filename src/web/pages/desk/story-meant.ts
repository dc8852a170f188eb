import type { AppNeeds } from '../../needs.ts'
import { storyNamed } from '../queue/story-named.ts'
import type { Typed } from './typed.ts'

/** The id of the story that was typed as an address, or else picked; null when there is none. */
export async function storyMeant(
  needs: Pick<AppNeeds, 'stories' | 'settings'>,
  { address, picked }: Pick<Typed, 'address' | 'picked'>,
): Promise<string | null> {
  if (address !== '') {
    const name = nameIn(address, needs.settings.publicUrl)
    return (name && (await storyNamed(needs, name))?.id) ?? null
  }
  const cards = await needs.stories.byIds(picked === '' ? [] : [picked])
  return cards.has(picked) ? picked : null
}

/** "publication/edition/story" from an address of this stand, whole or from its first slash. */
function nameIn(text: string, { origin }: URL): string | null {
  const url = URL.parse(text, origin)
  if (url === null || url.origin !== origin) return null
  const [, publication = '', edition = '', story = ''] = pattern.exec(url.pathname) ?? []
  if (story === '') return null
  try {
    return [publication, edition, story].map(decodeURIComponent).join('/')
  } catch {
    return null
  }
}

/** The page of a story, or one below it. */
const pattern = /^\/[^/]+\/publications\/([^/]+)\/([^/]+)\/([^/]+)/
