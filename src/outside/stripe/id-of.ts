/** Stripe gives a name, or the thing itself where that was asked for. */
export const idOf = (given: string | { readonly id: string }) =>
  typeof given === 'string' ? given : given.id
