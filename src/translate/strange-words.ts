/**
 * Words that no dictionary holds, one for each name: an engine of rules leaves them as they are and yet
 * in their place, which it does not do with text that it is told to pass over. (Apertium makes "d'obre
 * Paso Norteño" of "de Paso Norteño abre" when the name is in its own tag for that.)
 */
export interface StrangeWords {
  /** The word that stands for a name in what is asked. */
  standFor(name: string): string
  /** An answer with the names in it; null unless each word is there just once. */
  unveil(answer: string, write: (name: string) => string): string | null
  /** The same with whatever is there. */
  unveilSome(answer: string, write: (name: string) => string): string
}

/** @param text what they must not stand in already */
export function openStrangeWords(text: string): StrangeWords {
  const names = new Map<string, string>()
  const taken = text.toLowerCase()
  const fresh = (initial: string): string => {
    for (let number = names.size; ; number += 1) {
      const word = `${initial}qz${lettersOf(number)}x`
      if (!names.has(word.toLowerCase()) && !taken.includes(word.toLowerCase())) return word
    }
  }
  const unveilSome = (answer: string, write: (name: string) => string): string => {
    if (names.size === 0) return answer
    return answer.replace(new RegExp([...names.keys()].join('|'), 'gi'), (word) =>
      write(names.get(word.toLowerCase()) ?? word),
    )
  }
  return {
    standFor(name) {
      // What is before a word depends on how it begins: "el", "l'".
      const initial = /^[a-z]/i.exec(name.normalize('NFD'))?.[0].toUpperCase() ?? 'Z'
      const word = fresh(initial)
      names.set(word.toLowerCase(), name)
      return word
    },
    unveil(answer, write) {
      const lower = answer.toLowerCase()
      const isWhole = [...names.keys()].every((word) => lower.split(word).length === 2)
      return isWhole ? unveilSome(answer, write) : null
    },
    unveilSome,
  }
}

/** Without those that begin and end a strange word, so that none is the beginning of another. */
const letters = 'abcdefghijklmnoprstuvw'

/** 0 is "a", 21 "w", 22 "ba". */
function lettersOf(number: number): string {
  const last = letters[number % letters.length] ?? ''
  return number < letters.length ? last : lettersOf(Math.floor(number / letters.length)) + last
}
