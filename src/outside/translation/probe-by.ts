import type { Probe } from '#ground/probe'
import { EngineError, type EngineFault } from '#translate'

const mends: Partial<Record<EngineFault, string>> = {
  auth: 'Look at its key',
  down: 'Start it, or mend its address',
  timeout: 'Look whether it is overloaded',
  quota: 'Buy more, or wait for the next period',
  rate: 'Wait, or raise its limits',
  'bad-output': 'Look whether this is the address of such a server',
}

/**
 * Whether an engine answers and has any pair.
 * @param settings those that say where it is: "APERTIUM_URL"
 */
export async function probeBy(
  ask: () => Promise<readonly unknown[]>,
  settings: string,
): Promise<Probe> {
  try {
    const pairs = await ask()
    if (pairs.length > 0) return { ok: true }
    return { ok: false, why: 'It answers, but translates no pair of languages.' }
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    const mend = mends[error.fault]
    return { ok: false, why: error.message, ...(mend && { mend: `${mend}: ${settings}.` }) }
  }
}
