import { after, asAscii, before, digit } from './numbers.ts'
import type { Rule } from './rule.ts'

/**
 * A time of day.
 * @param between the source of an expression for what stands between hours and minutes
 * @param behind the same for what follows; it may have one group, named `half`
 * @param say is given ASCII digits as written ("7", "05") and the group
 */
export function timeRule(
  between: string,
  behind: string,
  say: (hour: string, minute: string, half: string) => string,
): Rule {
  const time = `(?<hour>${digit}{1,2})${between}(?<minute>${digit}{2})`
  const end = behind === '' ? `${after}(?!\\p{L})` : `${behind}(?![\\p{L}\\p{N}])`
  return {
    find: new RegExp(`${before}${time}${end}`, 'gu'),
    mayEnd: true,
    say({ part }) {
      const [hour, minute] = [asAscii(part('hour')), asAscii(part('minute'))]
      return Number(hour) > 24 || Number(minute) > 59 ? null : say(hour, minute, part('half'))
    },
  }
}

/** "05" is 5. */
export const bare = (number: string) => String(Number(number))
