/** "12" for "12", "１２" and "١٢": all decimal digits of Unicode stand in rows of ten. */
function digitsOf(text: string): string {
  return Array.from(text.matchAll(/\p{Nd}/gu), ([digit]) => String(worthOf(digit))).join('')
}

function worthOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  // Mathematical digits (1D7CE on) stand in five rows without a gap.
  return code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : code - zero
}

const joined =
  /\p{Nd}{1,3}(?:[\s'’٬]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*/gu
const apart = /\p{Nd}+(?:[.,٫٬'’]\p{Nd}+)*/gu

/**
 * Whether the same numbers stand in both texts, however each groups its digits, marks its decimals, and
 * in whatever order they come. "10 000" is one number or two, whichever agrees.
 */
export function hasSameNumbers(one: string, other: string): boolean {
  const [ones, others] = [one, other].map((text) =>
    [joined, apart].map((pattern) =>
      Array.from(text.matchAll(pattern), ([number]) => digitsOf(number))
        .sort()
        .join(' '),
    ),
  )
  return ones?.some((numbers) => others?.includes(numbers)) ?? true
}
