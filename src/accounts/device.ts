/** What a browser says it is. Both are names, the same in every language; empty when unknown. */
export interface Device {
  readonly browser: string
  readonly system: string
}

/** In this order, because most browsers also say that they are the ones further down. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/** The device in a user agent header, plainly: enough to know one's own again in a list. */
export function deviceOf(userAgent: string): Device {
  const short = userAgent.slice(0, 512)
  const nameIn = (names: typeof browsers) => names.find(([sign]) => sign.test(short))?.[1] ?? ''
  return { browser: nameIn(browsers), system: nameIn(systems) }
}
