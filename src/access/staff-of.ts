import type { Role } from '#accounts'
import type { ReaderViewer } from './admit.ts'

/** The publications whose stories these roles open without any other right. */
export function staffOf(roles: readonly Role[]): ReaderViewer['staffOf'] {
  const ids = roles.map((role) => (role.kind === 'operator' ? null : role.publicationId))
  return ids.includes(null) ? 'everything' : ids.filter((id) => id !== null)
}
