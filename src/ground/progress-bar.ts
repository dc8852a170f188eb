const width = 24

interface ProgressBar {
  /** Shows this much done, and what is being done. */
  show(done: number, of: number, what: string): void
  /** Takes the bar away, so that lines can be written. */
  clear(): void
}

/** A bar on the last line of a terminal; silent where there is none. */
export function openProgressBar(terminal: NodeJS.WriteStream = process.stderr): ProgressBar {
  if (!terminal.isTTY) return { show: () => {}, clear: () => {} }
  let shownAt = 0
  return {
    show(done, of, what) {
      const now = performance.now()
      if (now - shownAt < 50 && done < of) return
      shownAt = now
      const filled = of === 0 ? 0 : Math.round((done / of) * width)
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled)
      const line = `${bar} ${done} of ${of}  ${what}`
      terminal.write(`\r\x1b[2K${line.slice(0, Math.max(20, terminal.columns - 1))}`)
    },
    clear() {
      terminal.write('\r\x1b[2K')
    },
  }
}
