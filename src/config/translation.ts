/** The engines that the operator set up, and what they may be given. */
export interface TranslationSettings {
  /** Keys are empty where a server asks for none; they are never logged. */
  readonly libretranslate: { readonly url: URL; readonly key: string } | null
  readonly apertium: { readonly url: URL } | null
  readonly deepl: { readonly url: URL; readonly key: string } | null
  readonly chat: { readonly url: URL; readonly key: string; readonly model: string } | null
  /** Characters that each engine may be given in a calendar month; null for any number. */
  readonly most: number | null
  /** Whether pairs of languages are offered that are known to be rough. */
  readonly drafts: boolean
  /** All of them: the one that is asked first is first. */
  readonly order: readonly TranslatorName[]
}

/** What stays on this machine comes first, unless the operator says otherwise. */
const translators = ['bergamot', 'apertium', 'libretranslate', 'deepl', 'chat'] as const

export type TranslatorName = (typeof translators)[number]

type Text = (name: string) => string

export function translationSettingsIn(
  text: Text,
  { most, drafts }: { readonly most: number; readonly drafts: boolean },
  mistakes: string[],
): TranslationSettings {
  const libretranslate = addressIn(text, 'LIBRETRANSLATE_URL', mistakes)
  const apertium = addressIn(text, 'APERTIUM_URL', mistakes)
  const key = text('LIBRETRANSLATE_KEY')
  if (key !== '' && text('LIBRETRANSLATE_URL') === '') {
    mistakes.push('LIBRETRANSLATE_KEY says nothing without LIBRETRANSLATE_URL')
  }
  return {
    libretranslate: libretranslate && { url: libretranslate, key },
    apertium: apertium && { url: apertium },
    deepl: deeplIn(text, mistakes),
    chat: chatIn(text, mistakes),
    most: most === 0 ? null : most,
    drafts,
    order: orderIn(text('KIOSK_TRANSLATE_ORDER'), mistakes),
  }
}

/** Keys of its free plan end in ":fx", and are good at another address. */
function deeplIn(text: Text, mistakes: string[]): TranslationSettings['deepl'] {
  const key = text('DEEPL_KEY')
  const own = addressIn(text, 'DEEPL_URL', mistakes)
  if (key === '') {
    if (text('DEEPL_URL') !== '') mistakes.push('DEEPL_KEY is missing; DEEPL_URL needs it')
    return null
  }
  const usual = key.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com'
  return { url: own ?? new URL(usual), key }
}

function chatIn(text: Text, mistakes: string[]): TranslationSettings['chat'] {
  const [key, model] = [text('KIOSK_CHAT_KEY'), text('KIOSK_CHAT_MODEL')]
  const url = addressIn(text, 'KIOSK_CHAT_URL', mistakes)
  if (text('KIOSK_CHAT_URL') === '') {
    const alone = ['KIOSK_CHAT_KEY', 'KIOSK_CHAT_MODEL'].filter((name) => text(name) !== '')
    mistakes.push(...alone.map((name) => `${name} says nothing without KIOSK_CHAT_URL`))
  } else if (model === '') {
    mistakes.push('KIOSK_CHAT_MODEL must say which model translates, as KIOSK_CHAT_URL is set')
  }
  return url && { url, key, model }
}

function addressIn(text: Text, name: string, mistakes: string[]): URL | null {
  const given = text(name)
  if (given === '') return null
  const url = URL.parse(given)
  const isFit = url !== null && /^https?:$/.test(url.protocol) && url.username + url.password === ''
  if (isFit) return url
  // It is not shown: there may be a password in it.
  mistakes.push(`${name} must be an address beginning with http:// or https://, without a password`)
  return null
}

function orderIn(given: string, mistakes: string[]): readonly TranslatorName[] {
  const names = given.split(/[\s,]+/).filter((name) => name !== '')
  const known = names.flatMap((name) => translators.find((one) => one === name) ?? [])
  if (known.length < names.length) {
    mistakes.push(`KIOSK_TRANSLATE_ORDER must hold some of ${translators.join(', ')}`)
  }
  return [...new Set([...known, ...translators])]
}
