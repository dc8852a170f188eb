import type { Answer, Effect } from '#desk'

const effects: readonly Effect[] = ['new', 'changed', 'unchanged', 'held', 'withdrawn']

/** Counts answers and says what they came to. */
export function openTally() {
  const counts = new Map<string, number>()
  const bump = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  return {
    add({ status, effect, remarks }: Answer): void {
      bump(status === 'quarantined' || status === 'refused' ? status : effect)
      if (status === 'accepted-with-warnings' && remarks.length > 0) bump('with warnings')
    },
    /** True when something was taken in, or was known already. */
    get any(): boolean {
      return effects.some((effect) => counts.has(effect))
    },
    get declined(): number {
      return (counts.get('quarantined') ?? 0) + (counts.get('refused') ?? 0)
    },
    get counts(): Readonly<Record<string, number>> {
      return { new: 0, changed: 0, ...Object.fromEntries(counts) }
    },
    toString(): string {
      const always = ['new', 'changed']
      const names = [...effects, 'quarantined', 'refused', 'with warnings']
      return names
        .filter((name) => always.includes(name) || counts.has(name))
        .map((name) => `${counts.get(name) ?? 0} ${name}`)
        .join(', ')
    },
  }
}
