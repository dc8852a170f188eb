/**
 * For each code point of what is said, the UTF-16 offset in what is written that it belongs to. Words
 * that are in both stay where they are written; the others stand for the next written word that is
 * not said, or go with the one before them.
 */
export function aligned(written: string, said: string): readonly number[] {
  const map: number[] = []
  /** Written up to here is accounted for; `last` is its last code unit. */
  let [next, last] = [0, 0]
  for (const { 0: piece } of said.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu)) {
    const isWord = /^[\p{L}\p{N}]/u.test(piece)
    const at = isWord ? wholeWordAt(written, piece, next) : -1
    if (at >= 0) {
      let offset = at
      for (const letter of piece) {
        map.push(offset)
        last = offset
        offset += letter.length
      }
      next = offset
      continue
    }
    if (isWord) last = Math.max(last, unsaidFrom(written, next, last))
    for (const _ of piece) map.push(last)
  }
  return map
}

/** Where a word is written once more, neither part of a longer word nor of a longer number. */
function wholeWordAt(written: string, word: string, from: number): number {
  for (let at = written.indexOf(word, from); at >= 0; at = written.indexOf(word, at + 1)) {
    const isNumber = /^\p{N}/u.test(word)
    const same = isNumber ? /\p{N}/u : /[\p{L}\p{M}]/u
    const before = written.slice(Math.max(0, at - 1), at)
    const after = written.slice(at + word.length, at + word.length + 1)
    if (!same.test(before) && !same.test(after)) return at
  }
  return -1
}

function unsaidFrom(written: string, next: number, otherwise: number): number {
  const found = written.slice(next).search(/\S/)
  return found === -1 ? otherwise : next + found
}
