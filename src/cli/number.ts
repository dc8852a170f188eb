import { UsageError } from './call.ts'

/** The whole number in an option, or what it is when nobody gave it. */
export function wholeNumberIn(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  if (/^\d{1,8}$/.test(text)) return Number(text)
  throw new UsageError(`${name} must be a whole number, not "${text}"`)
}
