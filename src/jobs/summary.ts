import type { Answer } from '#desk'

/** "3 new, 1 changed": what answers came to, for a log or a list. */
export function summaryOf(answers: readonly Answer[]): string {
  const count = (effect: Answer['effect']) =>
    answers.filter((answer) => answer.effect === effect).length
  return `${count('new')} new, ${count('changed')} changed`
}
