/** What a value has to be. */
export type Kind =
  | { readonly is: 'text'; readonly oneOf?: readonly string[] }
  | { readonly is: 'number'; readonly from?: number; readonly to?: number }
  | { readonly is: 'list'; readonly of: Kind }
  | { readonly is: 'object'; readonly names?: Names; readonly needs: readonly string[] }
  | { readonly is: 'rights'; readonly link: string; readonly code: string }
  | { readonly is: 'item'; readonly needs: readonly string[] }
  | { readonly is: 'items-by-name' }
  | { readonly is: 'objects-by-name'; readonly of: Kind }

export type Names = Readonly<Record<string, Kind>>

export const text: Kind = { is: 'text' }
export const number: Kind = { is: 'number' }
export const list = (of: Kind): Kind => ({ is: 'list', of })
export const oneOf = (...words: readonly string[]): Kind => ({ is: 'text', oneOf: words })
export const within = (from: number, to: number): Kind => ({ is: 'number', from, to })

export const object = (names?: Names, needs: readonly string[] = []): Kind => ({
  is: 'object',
  needs,
  ...(names !== undefined && { names }),
})

/** The same kind for each of several names. */
export const each = (names: string, kind: Kind): Names =>
  Object.fromEntries(names.split(' ').map((name) => [name, kind]))
