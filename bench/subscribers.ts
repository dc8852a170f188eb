import { assemble } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { signInAt } from '../tests/wall/sign-in-at.ts'
import { settingsFor } from './settings.ts'

/**
 * Signs so many readers in to a stand that is not open, each with a right to all of it.
 * @returns the headers that their browsers send
 */
export async function addSubscribers(
  folder: string,
  count: number,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const now = Temporal.Now.instant()
  await using stand = await assemble(readConfig(settingsFor(folder)))
  const all: Readonly<Record<string, string>>[] = []
  for (let number = 0; number < count; number += 1) {
    // By then every code is sent; and nobody asks too often from one network.
    const soon = Temporal.Now.instant().add({ seconds: 1 })
    const { id, headers } = await signInAt(stand, `reader-${number}`, soon, `10.0.${number}.1`)
    // Given as a right and not bought: nobody has to be written to while it is measured.
    const right = { from: 'voucher', opens: { what: 'stand' }, since: now, until: null } as const
    const grant = { key: `bench ${number}`, readerId: id, note: '', ...right }
    await stand.access.grants.give(grant, now)
    all.push(headers)
  }
  return all
}
