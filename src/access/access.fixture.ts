import type { AdmitNeeds } from './admit.ts'
import type { Right, WideRight } from './right.ts'

export const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')

/** An admission in memory that keeps its promises, with these rights by reader or claim. */
export function admitting(
  rights: Readonly<Record<string, readonly Right[]>> = {},
  rules: Partial<AdmitNeeds['rules']> = {},
): AdmitNeeds & { readonly counted: string[] } {
  const counted: string[] = []
  const strangers = new Map<string, number>()
  const ofReader = (readerId: string, month: string) =>
    counted.filter((one) => one.startsWith(`${readerId} ${month} `))
  return {
    counted,
    rights: {
      of: async (readerId) => rights[readerId] ?? [],
      wide: async (readerId) =>
        (rights[readerId] ?? []).flatMap(({ opens, ...right }): WideRight[] => {
          if (opens.what === 'stand') return [{ ...right, opens }]
          if (opens.what !== 'publication') return []
          return [{ ...right, opens: { what: 'publications', ids: [opens.id] } }]
        }),
      ofClaims: async (digests) => digests.flatMap((digest) => rights[digest] ?? []),
    },
    meter: {
      look: async ({ readerId, month, storyId }) => ({
        used: ofReader(readerId, month).length,
        counted: counted.includes(`${readerId} ${month} ${storyId}`),
      }),
      take: async ({ readerId, month, storyId }, allowed) => {
        const count = `${readerId} ${month} ${storyId}`
        if (counted.includes(count)) return true
        if (ofReader(readerId, month).length >= allowed) return false
        counted.push(count)
        return true
      },
      forgetBefore: async () => {},
    },
    strangersMeter: {
      take: async (mark, day, most) => {
        const taken = strangers.get(`${mark} ${day}`) ?? 0
        strangers.set(`${mark} ${day}`, taken + 1)
        return taken < most
      },
      forgetBefore: async () => {},
    },
    rules: { readers: 3, strangers: 0, zone: 'UTC', key: Buffer.from('key'), ...rules },
    clock: () => noon,
  }
}
