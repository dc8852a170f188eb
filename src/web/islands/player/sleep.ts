/** Ends the listening when the reader may be asleep. */
export interface Sleep {
  /** Whether to stop at the end of this story. */
  readonly atEnd: () => boolean
  readonly clear: () => void
}

const minute = 60_000

/** @param choice empty, `end`, or minutes */
export function sleepBy(choice: HTMLSelectElement, stop: () => void): Sleep {
  let timer = 0
  const clear = () => {
    clearTimeout(timer)
    choice.value = ''
  }
  choice.addEventListener('change', () => {
    clearTimeout(timer)
    const minutes = Number(choice.value)
    if (minutes === 0 || Number.isNaN(minutes)) return
    timer = window.setTimeout(() => {
      clear()
      stop()
    }, minutes * minute)
  })
  return { atEnd: () => choice.value === 'end', clear }
}
