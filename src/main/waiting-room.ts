import { addresses } from '#web'

type Answer<More extends unknown[]> = (
  request: Request,
  ...more: More
) => Response | Promise<Response>

export interface WaitingRoom<More extends unknown[]> {
  readonly answer: Answer<More>
  /** Lets everybody in who waits, and from then on everybody at once. */
  open(): void
}

/**
 * Where the first visitors wait, a second or two, while the demo's first edition comes: the page of
 * an empty stand would tell them to put on it what is on its way. Who asks whether we are well is
 * told so at once.
 */
export function openWaitingRoom<More extends unknown[]>(answer: Answer<More>): WaitingRoom<More> {
  const opening = Promise.withResolvers<void>()
  let isOpen = false
  return {
    answer: (request, ...more) => {
      if (isOpen || new URL(request.url).pathname === addresses.health) {
        return answer(request, ...more)
      }
      return opening.promise.then(() => answer(request, ...more))
    },
    open() {
      isOpen = true
      opening.resolve()
    },
  }
}
