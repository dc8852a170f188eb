import type { Payments } from '#access'
import type { Provider } from '#accounts'
import type { NarrationEngine } from '#narrate'
import type { TranslationEngine } from '#translate'
import type { OidcSettings } from './oidc.ts'
import type { SpeechServerSettings } from './speech/speech-server.ts'
import type { StripeSettings } from './stripe.ts'
import type { ApertiumSettings } from './translation/apertium.ts'
import type { ChatSettings } from './translation/chat.ts'
import type { DeepLSettings } from './translation/deepl.ts'
import type { LibreTranslateSettings } from './translation/libretranslate.ts'

/*
 * What an operator may set up and most stands do without. Some of it comes with libraries as large
 * as everything else that is loaded at the start, so each is loaded when it is opened.
 */

export async function openStripe(settings: StripeSettings): Promise<Payments> {
  return (await import('./stripe.ts')).openStripe(settings)
}

export async function openOidc(settings: OidcSettings): Promise<Provider> {
  return (await import('./oidc.ts')).openOidc(settings)
}

export async function openSpeechServer(settings: SpeechServerSettings): Promise<NarrationEngine> {
  return (await import('./speech/speech-server.ts')).openSpeechServer(settings)
}

export async function openApertium(settings: ApertiumSettings): Promise<TranslationEngine> {
  return (await import('./translation/apertium.ts')).openApertium(settings)
}

export async function openLibreTranslate(
  settings: LibreTranslateSettings,
): Promise<TranslationEngine> {
  return (await import('./translation/libretranslate.ts')).openLibreTranslate(settings)
}

export async function openDeepL(settings: DeepLSettings): Promise<TranslationEngine> {
  return (await import('./translation/deepl.ts')).openDeepL(settings)
}

export async function openChat(settings: ChatSettings): Promise<TranslationEngine> {
  return (await import('./translation/chat.ts')).openChat(settings)
}
