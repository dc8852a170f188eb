/** The device's own voice, for a language that no voice of the stand speaks. */
export interface DeviceVoice {
  readonly end: () => void
}

/** Milliseconds after which a voice that says nothing never will. */
const watchdog = 3_000

/** A voice of the device that keeps the text on it; the others send it away. */
export function localVoice(language: string): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null
  const [base] = language.split('-')
  const able = speechSynthesis.getVoices().filter(({ lang }) => lang.split(/[-_]/)[0] === base)
  return able.find(({ localService }) => localService) ?? null
}

/**
 * Says these elements of the page, a sentence at a time: longer ones some browsers break off.
 * @param over is told how it ended
 */
export function sayOnDevice(
  elements: readonly HTMLElement[],
  voice: SpeechSynthesisVoice,
  rate: number,
  over: (how: 'over' | 'failed') => void,
): DeviceVoice {
  const split = new Intl.Segmenter(voice.lang.replace('_', '-'), { granularity: 'sentence' })
  const sentences = elements.flatMap((element) =>
    Array.from(split.segment(element.textContent ?? ''), ({ segment }) => ({ element, segment })),
  )
  let [at, timer, ended] = [0, 0, false]
  const end = () => {
    ended = true
    clearTimeout(timer)
    for (const { element } of sentences) element.classList.remove('is-spoken')
    speechSynthesis.cancel()
  }
  const finish = (how: 'over' | 'failed') => {
    if (ended) return
    end()
    over(how)
  }
  const next = () => {
    const sentence = sentences[at]
    if (ended) return
    if (sentence === undefined) {
      finish('over')
      return
    }
    const said = new SpeechSynthesisUtterance(sentence.segment)
    Object.assign(said, { voice, lang: voice.lang, rate })
    timer = window.setTimeout(() => finish('failed'), watchdog)
    said.onstart = () => {
      clearTimeout(timer)
      for (const { element } of sentences) {
        element.classList.toggle('is-spoken', element === sentence.element)
      }
    }
    said.onend = () => {
      at += 1
      next()
    }
    said.onerror = () => finish('failed')
    speechSynthesis.speak(said)
  }
  next()
  return { end }
}
