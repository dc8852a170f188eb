/** Whether something works here, and if not, why and how to mend it. */
export type Probe =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: string; readonly mend?: string }
