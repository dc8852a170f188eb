/** How every canary begins. By itself it is none: the source of these tests, which a stand gives, holds it. */
const stem = 'kanarie'
const letters = 'bcdfghklmnprstvz'

/** A canary, wherever it stands. */
export const canaryWord = new RegExp(`${stem}[${letters}]{3}x`, 'g')

export interface Aviary {
  /** A word of its own for each place, so that what leaks says where it was. */
  hatch(place: string): string
  placeOf(canary: string): string
  /** Every canary of the places whose name begins so. */
  of(place: string): readonly string[]
}

export function openAviary(): Aviary {
  const places = new Map<string, string>()
  return {
    hatch(place) {
      const canary = `${stem}${lettersOf(places.size)}x`
      places.set(canary, place)
      return canary
    },
    placeOf: (canary) => places.get(canary) ?? 'somewhere',
    of: (place) => [...places].flatMap(([canary, at]) => (at.startsWith(place) ? [canary] : [])),
  }
}

function lettersOf(number: number): string {
  const base = letters.length
  return [number / base / base, number / base, number]
    .map((part) => letters.at(Math.floor(part) % base))
    .join('')
}
