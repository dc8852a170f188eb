/** An expected ending: a value, or a named reason why there is none. */
export type Outcome<Value, Reason> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason }

export const good = <Value>(value: Value) => ({ ok: true, value }) as const
export const bad = <Reason>(reason: Reason) => ({ ok: false, reason }) as const
