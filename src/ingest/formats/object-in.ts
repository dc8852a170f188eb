/** A value from outside as an object whose names can be asked for, or null for anything else. */
export function objectIn(value: unknown): Readonly<Record<string, unknown>> | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? Object.fromEntries(Object.entries(value)) : null
}
