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

/** Whether these roles let somebody work on a publication; an operator may do everything. */
export function mayEdit(roles: readonly Role[], publicationId: string): boolean {
  return roles.some(
    (role) =>
      role.kind === 'operator' ||
      role.publicationId === publicationId ||
      (role.kind === 'editor' && role.publicationId === null),
  )
}

/** Whether they may answer for a publication: its money, its doors, its name. */
export function mayPublish(roles: readonly Role[], publicationId: string): boolean {
  return roles.some(
    (role) =>
      role.kind === 'operator' ||
      (role.kind === 'publisher' && role.publicationId === publicationId),
  )
}

/** Whether they may choose stories of every publication for the whole stand's collections. */
export function mayCurate(roles: readonly Role[]): boolean {
  return roles.some(
    (role) => role.kind === 'operator' || (role.kind === 'editor' && role.publicationId === null),
  )
}

export function mayOperate(roles: readonly Role[]): boolean {
  return roles.some(({ kind }) => kind === 'operator')
}
