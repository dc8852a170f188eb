/**
 * What somebody may do beyond reading. An operator runs the stand; an editor works at the desk, of
 * one publication or of all; a publisher answers for one publication.
 */
export type Role =
  | { readonly kind: 'operator' }
  | { readonly kind: 'editor'; readonly publicationId: string | null }
  | { readonly kind: 'publisher'; readonly publicationId: string }

export type RoleName = Role['kind']

export const roleNames = ['operator', 'editor', 'publisher'] as const satisfies readonly RoleName[]

/** Whether these roles let somebody choose stories of all publications for the whole stand. */
export function mayCurate(roles: readonly Role[]): boolean {
  return roles.some(
    (role) => role.kind === 'operator' || (role.kind === 'editor' && role.publicationId === null),
  )
}
