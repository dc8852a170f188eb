import type { Reading } from './draft.ts'
import type { Remark } from './remark.ts'

/** A delivery of which nothing was read: the last remark says why, earlier ones what led to it. */
export function refuse(
  code: string,
  message: string,
  where = '',
  before: readonly Remark[] = [],
): Reading {
  return { ok: false, remarks: [...before, { code, message, where }] }
}
