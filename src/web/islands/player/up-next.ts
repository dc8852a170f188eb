import type { KeptQueue, Queued } from '../kept-queue.ts'
import type { Bar } from './bar.ts'
import type { Track } from './track.ts'

/** What is heard after a story: the next one in the reader's queue. */
export function upNext(bar: Bar, queue: KeptQueue) {
  const all = () => queue.all().catch((): readonly Queued[] => [])
  const afterIn = (stories: readonly Queued[], { name }: Track) => {
    const at = stories.findIndex((story) => story.name === name)
    return stories[at + 1] ?? stories.find((story) => story.name !== name) ?? null
  }
  const show = async (track: Track) => {
    const stories = await all()
    const following = afterIn(stories, track)
    const link = bar.coming.querySelector('a')
    bar.coming.hidden = following === null
    if (link !== null && following !== null) {
      link.textContent = following.title
      link.lang = following.language
      link.dir = following.direction
      link.href = following.at
    }
    showAdded(
      bar,
      stories.some(({ name }) => name === track.name),
    )
  }
  return {
    /** Tells what will follow this one. */
    after: show,
    /** This one was heard to its end and leaves the queue; gives the one after it. */
    async take(track: Track): Promise<Track | null> {
      const stories = await all()
      const following = afterIn(stories, track)
      if (stories.some(({ name }) => name === track.name)) await queue.remove(track.name)
      return following && trackFrom(following)
    },
    async add(track: Track | null): Promise<void> {
      if (track === null) return
      const direction = document.querySelector<HTMLElement>('.story h1')?.dir || 'auto'
      if (await queue.add([{ ...track, direction }])) await show(track)
    },
  }
}

export const trackFrom = ({ name, at, title, language, from }: Queued): Track => ({
  ...{ name, at, title, language, from },
  spokenIn: '',
  byline: '',
  picture: '',
})

function showAdded({ queueAdd }: Bar, added: boolean): void {
  queueAdd.dataset.words ??= queueAdd.textContent ?? ''
  queueAdd.textContent = (added ? queueAdd.dataset.added : queueAdd.dataset.words) ?? ''
  queueAdd.disabled = added
}
