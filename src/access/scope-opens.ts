import type { Publication } from '#catalogue'
import type { PlanScope } from './opens.ts'

/** Whether a plan opens what this publication brings out. */
export function scopeOpens(
  scope: PlanScope,
  { id, kind }: Pick<Publication, 'id' | 'kind'>,
): boolean {
  switch (scope.what) {
    case 'stand':
      return true
    case 'kind':
      return scope.kind === kind
    case 'publications':
      return scope.ids.includes(id)
  }
}
