/** The zero of each script whose digits stand in dates we met; the nine others follow it. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]
const thaiZero = 0xe50

/** The text with every digit of another script as 0–9: "٢٠٢٥" gives "2025". */
export function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((first) => code >= first && code <= first + 9)
    return zero === undefined ? digit : String(code - zero)
  })
}

/** Whether a year in it is counted from the Buddha, as years in Thai digits are. */
export const hasThaiDigits = (text: string): boolean =>
  Array.from(text).some((letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code >= thaiZero && code <= thaiZero + 9
  })
