import { type ListFault, listRules } from '#reading'
import type { Tongue } from '../../languages/tongue.ts'

/** What is wrong with what was typed at one place; undefined when nothing is. */
export function faultWords(
  { say, number }: Tongue,
  faults: readonly ListFault[],
  at: ListFault['at'],
  storyId?: string,
): string | undefined {
  const fault = faults.find((one) => one.at === at && one.storyId === storyId)
  if (fault?.why === 'changed') {
    return fault.kept ? say('fault-changed', { kept: fault.kept }) : say('fault-emptied')
  }
  return fault && say(`fault-${fault.why}`, { most: number(listRules.longest[at]) })
}
