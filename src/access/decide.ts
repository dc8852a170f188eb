import type { PublicStory } from '#catalogue'

export interface Facts {
  readonly story: Pick<PublicStory, 'door'>
}

export type Verdict =
  | { readonly open: true; readonly because: 'open-door' }
  | { readonly open: false; readonly because: 'plan-needed' | 'meter-needs-account' }

/** Whether these facts open this story, and why. Reads nothing and changes nothing. */
export function decide({ story }: Facts): Verdict {
  switch (story.door) {
    case 'open':
      return { open: true, because: 'open-door' }
    case 'metered':
      return { open: false, because: 'meter-needs-account' }
    case 'plan':
      return { open: false, because: 'plan-needed' }
  }
}
