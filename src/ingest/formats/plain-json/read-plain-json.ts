import type { Entry, Reading } from '../../draft.ts'
import type { Decoded } from '../../format.ts'
import { refuse } from '../../refuse.ts'
import { draftOfStory } from './draft-of-story.ts'
import { storyIn } from './their-story.ts'

/** Reads one story, or a list of stories. */
export function readPlainJson(delivery: Decoded): Reading {
  let root: unknown
  try {
    root = JSON.parse(delivery.text)
  } catch (error) {
    const message = `It is not JSON (${error instanceof Error ? error.message : error}). Send it again, whole.`
    return refuse('story-json.invalid', message, '', delivery.remarks)
  }
  const stories: readonly unknown[] = Array.isArray(root) ? root : [root]
  return {
    ok: true,
    format: 'story-json',
    sender: { title: '', description: '', language: null, home: null, ...delivery.said },
    entries: stories.map((story, at) =>
      entryOf(story, delivery, stories.length === 1 ? '' : `story ${at + 1}`),
    ),
    remarks: delivery.remarks,
  }
}

function entryOf(value: unknown, delivery: Decoded, where: string): Entry {
  const story = storyIn(value)
  if (!('fault' in story)) {
    const named = [where, String(story.id ?? '')].filter(Boolean).join(' ')
    return draftOfStory(story, delivery, named)
  }
  const place = [where, story.path].filter(Boolean).join(' › ')
  const message = `"${story.path}" is not as story-json has it (${story.fault}).`
  return {
    ok: false,
    status: 'quarantined',
    remarks: [{ code: 'story-json.invalid', message, where: place }],
  }
}
