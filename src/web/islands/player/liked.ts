/** How the reader likes to listen, kept in this browser. */
export interface Liked {
  readonly speed: number
  /** The id of a voice, by language. */
  readonly voices: Readonly<Record<string, string>>
}

const shelf = 'listening'

export function liked(): Liked {
  try {
    const { speed, voices } = JSON.parse(localStorage.getItem(shelf) ?? '{}')
    const known = typeof speed === 'number' && speed >= 0.5 && speed <= 3
    return { speed: known ? speed : 1, voices: typeof voices === 'object' ? (voices ?? {}) : {} }
  } catch {
    return { speed: 1, voices: {} }
  }
}

export function like(changed: Partial<Liked>): void {
  try {
    localStorage.setItem(shelf, JSON.stringify({ ...liked(), ...changed }))
  } catch {
    // It is only more comfortable.
  }
}
