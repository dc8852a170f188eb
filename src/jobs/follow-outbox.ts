import type { Happening, Outbox } from '#desk'

/** Lines read at a time. */
const most = 500

/**
 * Tells a listener of everything that happens from now on, in order. Each call of what it returns
 * reads on from where the last one ended.
 */
export async function followOutbox(
  outbox: Outbox,
  hear: (happening: Happening) => void,
): Promise<() => Promise<void>> {
  let position = await outbox.last()
  return async () => {
    for (;;) {
      const lines = await outbox.after(position, most)
      for (const line of lines) {
        hear(line.happening)
        position = line.position
      }
      if (lines.length < most) return
    }
  }
}
