import { languageTag } from '#ground/language'

/** A server that speaks, as the operator set it. */
export interface SpeechServer {
  readonly url: URL
  /** Never logged. */
  readonly key: string | null
  readonly model: string
  readonly voices: readonly { readonly language: string; readonly voice: string }[]
}

type Text = (name: string) => string

const names = ['KIOSK_SPEECH_KEY', 'KIOSK_SPEECH_MODEL', 'KIOSK_SPEECH_VOICES'] as const

/** Its address and its voices, or nothing of it at all; the key is never shown. */
export function speechServerIn(text: Text, mistakes: string[]): SpeechServer | null {
  const given = text('KIOSK_SPEECH_URL')
  if (given === '') {
    const alone = names.filter((name) => text(name) !== '')
    mistakes.push(...alone.map((name) => `${name} says nothing without KIOSK_SPEECH_URL`))
    return null
  }
  const url = URL.parse(given)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username + url.password !== '') {
    mistakes.push(
      'KIOSK_SPEECH_URL must be an address beginning with http:// or https://, without a password',
    )
  }
  const voices = voicesIn(text('KIOSK_SPEECH_VOICES'), mistakes)
  const model = text('KIOSK_SPEECH_MODEL') || 'tts-1'
  return url === null ? null : { url, key: text('KIOSK_SPEECH_KEY') || null, model, voices }
}

/** "en=alloy,nl=nova": a language may be there more than once. */
function voicesIn(given: string, mistakes: string[]): SpeechServer['voices'] {
  const pairs = given.split(',').filter((pair) => pair.trim() !== '')
  if (pairs.length === 0) {
    mistakes.push('KIOSK_SPEECH_VOICES must say who speaks: en=alloy,nl=nova')
  }
  return pairs.flatMap((pair) => {
    const [, before = '', voice = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? []
    const language = before.trim() === '' ? null : languageTag(before)
    if (language !== null && voice.trim() !== '') return [{ language, voice: voice.trim() }]
    mistakes.push(
      `KIOSK_SPEECH_VOICES must hold languages and voices (en=alloy,nl=nova); "${pair.trim()}" is neither`,
    )
    return []
  })
}
