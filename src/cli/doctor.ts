import type { Check } from '../assemble/check.ts'
import type { Call } from './call.ts'

/** Tries everything that the stand was given to work with; 1 when something of it does not work. */
export async function doctor({ stand }: Call): Promise<number> {
  const { text, isWell } = findings(await stand.checks())
  process.stdout.write(text)
  return isWell ? 0 : 1
}

/** What the checks came to, tool by tool. */
export function findings(checks: readonly Check[]): {
  readonly text: string
  readonly isWell: boolean
} {
  const tools = Map.groupBy(checks, ({ tool }) => tool)
  const lines = [...tools].flatMap(([tool, all]) => [tool, ...all.flatMap(linesOf)])
  const ill = checks.filter(({ probe }) => !probe.ok).length
  const end = ill === 0 ? 'All of it works.' : `${ill} of ${checks.length} do not work.`
  return { text: `${[...lines, end].join('\n')}\n`, isWell: ill === 0 }
}

function linesOf({ name, probe, sendsTextTo, offers }: Check): readonly string[] {
  const place = sendsTextTo === null ? 'text stays on this machine' : `sends text to ${sendsTextTo}`
  if (probe.ok)
    return [`  works  ${name}: ${place}`, ...offers.map((offer) => `           ${offer}`)]
  const mend = probe.mend === undefined ? [] : [`           ${probe.mend}`]
  return [`  FAILS  ${name}: ${probe.why}`, ...mend]
}
